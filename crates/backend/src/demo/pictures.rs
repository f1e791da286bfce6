//! Drawings of objects, one for each kind. All are our own.

macro_rules! drawings {
    ($($kind:literal),+ $(,)?) => {
        /// Every drawing with the kind of object that it shows.
        pub const DRAWINGS: &[(&str, &str)] =
            &[$(($kind, include_str!(concat!("../../demo/pictures/", $kind, ".svg")))),+];
    };
}

drawings![
    "book",
    "camera",
    "chair",
    "clock",
    "coin",
    "guitar",
    "lamp",
    "map",
    "microscope",
    "painting",
    "record",
    "ring",
    "stamp",
    "teapot",
    "train",
    "vase",
    "watch",
    "wine",
];

/// The drawing of a kind of object.
#[must_use]
pub fn drawing(kind: &str) -> Option<&'static str> {
    DRAWINGS.iter().find_map(|(known, drawing)| (*known == kind).then_some(*drawing))
}
