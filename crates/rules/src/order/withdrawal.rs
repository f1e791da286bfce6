//! Who may withdraw from an order without giving a reason.

/// The European Economic Area and the United Kingdom, by ISO 3166-1 alpha-2.
const EEA_AND_UK: &str = "AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";

/// Whether the right exists: from a professional seller, for a buyer in the EEA or the UK, and not if all that was
/// bought is an investment.
#[must_use]
pub fn may_withdraw(seller_is_professional: bool, buyer_country: &str, is_investment: bool) -> bool {
    let is_protected = EEA_AND_UK.split(' ').any(|country| country == buyer_country);
    seller_is_professional && is_protected && !is_investment
}

#[cfg(test)]
mod tests {
    use super::may_withdraw;

    #[test]
    fn withdrawal_hangs_on_seller_buyer_and_object() {
        for (name, professional, country, investment, expected) in [
            ("professional_to_sweden", true, "SE", false, true),
            ("professional_to_norway_of_the_eea", true, "NO", false, true),
            ("professional_to_the_uk", true, "GB", false, true),
            ("professional_to_switzerland", true, "CH", false, false),
            ("professional_to_the_states", true, "US", false, false),
            ("country_unknown", true, "", false, false),
            ("two_countries_are_none", true, "SE SI", false, false),
            ("private_seller", false, "SE", false, false),
            ("gold_bars", true, "SE", true, false),
        ] {
            assert_eq!(may_withdraw(professional, country, investment), expected, "{name}");
        }
    }
}
