//! Amounts in the decimals of their currency (ISO 4217).

use contract::Money;

/// How many digits of an amount stand behind the point.
#[must_use]
pub fn decimals(currency: &str) -> usize {
    match currency {
        "CLP" | "ISK" | "JPY" | "KRW" | "PYG" | "UGX" | "VND" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}

/// All digits of an amount, with a point where its currency has one: "12.50".
#[must_use]
pub fn amount(money: &Money) -> String {
    let digits = decimals(&money.currency);
    // At least one digit stands before the point.
    let mut text = format!("{:0width$}", money.amount_minor.unsigned_abs(), width = digits + 1);
    if digits > 0 {
        text.insert(text.len() - digits, '.');
    }
    if money.amount_minor < 0 {
        text.insert(0, '-');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_their_currencys_decimals() {
        for (name, amount_minor, currency, expected) in [
            ("two", 1_250, "EUR", "12.50"),
            ("less_than_one", 5, "SEK", "0.05"),
            ("none", 1_200, "JPY", "1200"),
            ("three", 1_250, "KWD", "1.250"),
            ("nothing", 0, "EUR", "0.00"),
            ("less_than_nothing", -1_250, "EUR", "-12.50"),
            ("largest", i64::MIN, "JPY", "-9223372036854775808"),
            ("no_currency", 100, "", "1.00"),
        ] {
            assert_eq!(amount(&Money { amount_minor, currency: currency.to_owned() }), expected, "{name}");
        }
    }
}
