//! What CSS understands as a colour.

/// Functions that make a colour of numbers.
pub const FUNCTIONS: &[&str] = &["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"];

/// Colours with a name (CSS Color 4), in one line each by their first letters.
const NAMES: &[&str] = &[
    "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood",
    "cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray",
    "darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen",
    "darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue",
    "firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew",
    "hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan",
    "lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue",
    "lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine",
    "mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise",
    "mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange",
    "orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum",
    "powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna",
    "silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet",
    "wheat white whitesmoke yellow yellowgreen",
];

/// Whether a word of a value, in small letters, is a colour by itself: `#b3261e`, `white`.
pub fn is_colour(word: &str) -> bool {
    match word.strip_prefix('#') {
        Some(digits) => [3, 4, 6, 8].contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_hexdigit()),
        None => NAMES.iter().any(|line| line.split(' ').any(|name| name == word)),
    }
}

#[test]
fn a_colour_is_known_by_its_digits_or_its_name() {
    for (name, word, expected) in [
        ("three_digits", "#fff", true),
        ("eight_digits", "#00000080", true),
        ("name", "rebeccapurple", true),
        ("last_name", "yellowgreen", true),
        ("address_of_an_icon", "#icon-search", false),
        ("five_digits", "#fffff", false),
        ("current", "currentcolor", false),
        ("system", "canvastext", false),
        ("variable", "--white", false),
    ] {
        assert_eq!(is_colour(word), expected, "{name}");
    }
}
