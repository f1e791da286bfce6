//! What was found out about each claim, and how it is told.

use std::fmt;

/// How a claim fares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Kept,
    /// Nothing answers there.
    Missing(String),
    /// Something else came.
    Broken(String),
    /// It could not be asked, or need not be there.
    Left(String),
}

/// A claim of the contract, in the step that asks for it.
#[derive(Clone, Debug)]
pub struct Finding {
    pub step: &'static str,
    pub claim: String,
    pub verdict: Verdict,
}

impl Finding {
    /// Whether the backend owes this to the contract.
    pub fn is_owed(&self) -> bool {
        matches!(self.verdict, Verdict::Missing(_) | Verdict::Broken(_))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, line: &mut fmt::Formatter<'_>) -> fmt::Result {
        let claim = &self.claim;
        match &self.verdict {
            Verdict::Kept => write!(line, "  kept     {claim}"),
            Verdict::Missing(came) => write!(line, "  missing  {claim}: {came}"),
            Verdict::Broken(came) => write!(line, "  broken   {claim}: {came}"),
            Verdict::Left(why) => write!(line, "  left     {claim}: {why}"),
        }
    }
}

/// How many of each there are, as a sentence.
pub fn counts(findings: &[Finding]) -> String {
    let count = |is: fn(&Verdict) -> bool| findings.iter().filter(|finding| is(&finding.verdict)).count();
    format!(
        "{} kept, {} missing, {} broken, {} left out.",
        count(|verdict| matches!(verdict, Verdict::Kept)),
        count(|verdict| matches!(verdict, Verdict::Missing(_))),
        count(|verdict| matches!(verdict, Verdict::Broken(_))),
        count(|verdict| matches!(verdict, Verdict::Left(_))),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_told_and_counted() {
        let finding = |verdict| Finding { step: "meta", claim: "GET /meta".into(), verdict };
        let all = [
            finding(Verdict::Kept),
            finding(Verdict::Missing("it was answered 404".into())),
            finding(Verdict::Broken("it was answered 500".into())),
            finding(Verdict::Left("sign in first".into())),
            finding(Verdict::Kept),
        ];
        let told: Vec<String> = all.iter().map(ToString::to_string).collect();
        assert_eq!(
            told[1..4],
            [
                "  missing  GET /meta: it was answered 404",
                "  broken   GET /meta: it was answered 500",
                "  left     GET /meta: sign in first"
            ]
        );
        assert_eq!(counts(&all), "2 kept, 1 missing, 1 broken, 1 left out.");
        assert_eq!(all.iter().filter(|finding| finding.is_owed()).count(), 2);
    }
}
