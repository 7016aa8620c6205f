//! The cases of `testdata/quote`, and how many of those under stress simple
//! pairing gets right.

mod pairing;

use std::cell::RefCell;

use sayso_quote::{Quotation, quotations};
use sayso_span::Span;
use sayso_test::{
    Case, Suite,
    corpora::{F1, f1},
    locate,
};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// The quotations with their marks, in order.
    quotations: Vec<String>,
    /// How deep each is, if not all are outermost.
    #[serde(default)]
    depths: Option<Vec<usize>>,
    /// The chain of each, if not each is one of its own.
    #[serde(default)]
    chains: Option<Vec<usize>>,
    /// The positions of those that are repaired.
    #[serde(default)]
    repaired: Option<Vec<usize>>,
    /// What each is for.
    #[serde(default)]
    roles: Option<Vec<String>>,
    /// Why.
    #[serde(default)]
    reasons: Option<Vec<String>>,
    /// What is between the marks of each.
    #[serde(default)]
    inner: Option<Vec<String>>,
    /// The opening marks of the primary and the secondary convention.
    #[serde(default)]
    convention: Option<Vec<String>>,
}

/// Returns where the expected quotations stand.
fn expected(case: &Case<Expected>) -> Result<Vec<Span>, String> {
    case.expected.quotations.iter().map(|piece| locate(&case.text, piece)).collect()
}

fn check(case: &Case<Expected>) -> Result<(), String> {
    let found = quotations(&case.text);
    let spans: Vec<Span> = found.iter().map(|q| q.span).collect();
    let wanted = expected(case)?;
    if spans != wanted {
        return Err(case.difference(&spans, &wanted));
    }
    let Expected { depths, chains, repaired, roles, reasons, inner, convention, .. } =
        &case.expected;
    let all: Vec<usize> = (0..found.len()).collect();
    let fixed = all.iter().copied().filter(|&at| found[at].repaired).collect();
    let deep = depths.clone().unwrap_or(vec![0; found.len()]);
    same("depths", &deep, &found.iter().map(|q| q.depth).collect())?;
    same("chains", chains.as_ref().unwrap_or(&all), &found.iter().map(|q| q.chain).collect())?;
    same("repaired", repaired.as_ref().unwrap_or(&vec![]), &fixed)?;
    let words = |word: fn(&Quotation) -> &'static str| -> Vec<String> {
        found.iter().map(|q| word(q).to_string()).collect()
    };
    let found_roles = words(|q| q.role.as_str());
    same("roles", roles.as_ref().unwrap_or(&found_roles), &found_roles)?;
    let found_reasons = words(|q| q.reason.as_str());
    same("reasons", reasons.as_ref().unwrap_or(&found_reasons), &found_reasons)?;
    let found_inner = found.iter().map(|q| case.text[q.inner].to_string()).collect();
    same("inner", inner.as_ref().unwrap_or(&found_inner), &found_inner)?;
    let told = found.convention();
    let pairs = [told.primary, told.secondary];
    let told = pairs.iter().flatten().map(|(open, _)| open.to_string()).collect();
    same("convention", convention.as_ref().unwrap_or(&told), &told)
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, want: &T, found: &T) -> Result<(), String> {
    if want == found { Ok(()) } else { Err(format!("{what}: found {found:?}, expected {want:?}")) }
}

#[test]
fn suite() {
    Suite::<Expected>::load("quote").run(check);
}

#[derive(Default)]
struct Score {
    right: usize,
    cases: usize,
    spans: F1,
}

impl Score {
    fn add(&mut self, found: &[Span], gold: &[Span]) {
        self.cases += 1;
        self.right += usize::from(found == gold);
        self.spans = self.spans + f1(found, gold);
    }
}

/// Every convention in every trouble: `testdata/quote/stress.toml`.
#[test]
fn beside_simple_pairing() {
    let scores = RefCell::new([Score::default(), Score::default()]);
    Suite::<Expected>::load("quote").run(|case| {
        if case.name.starts_with("quote/stress/") {
            let gold = expected(case)?;
            let found: Vec<Span> = quotations(&case.text).iter().map(|q| q.span).collect();
            let [ours, pairing] = &mut *scores.borrow_mut();
            ours.add(&found, &gold);
            pairing.add(&pairing::pair(&case.text), &gold);
        }
        // Whether it is right is for the suite to say.
        Ok(())
    });
    let [ours, pairing] = scores.into_inner();
    for (name, score) in [("sayso-quote", &ours), ("simple pairing", &pairing)] {
        let (right, cases, f1) = (score.right, score.cases, score.spans.score());
        println!("{name}: {right} of {cases} texts right, F1 of spans {f1:.3}");
    }
    assert_eq!(ours.right, ours.cases);
    assert!(pairing.right * 2 < pairing.cases, "is the stress none?");
}
