//! `sayso-attribution/src/tables.rs`: reporting verbs and nouns in all their
//! forms, the words of the closed classes, and those that single rules ask about.

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write,
};

/// Frames, in the order of their bits.
const FRAMES: &[&str] = &[
    "that",
    "clause",
    "quote",
    "wh",
    "to",
    "object",
    "recipient",
    "passive",
    "weak",
    "of",
    "for",
    "on",
    "about",
    "against",
    "at",
    "with",
    "as",
    "in",
    "to-noun",
    "over",
    "raising",
    "on-quote",
    "out",
];

/// Forms of a verb, in the order of their bits.
const FORMS: &[&str] = &["base", "third", "past", "participle", "gerund"];

/// What is known of one written form.
#[derive(Clone, Default)]
struct Word {
    classes: u32,
    lists: u32,
    forms: u8,
    verb: usize,
    noun: usize,
}

/// Returns the file.
pub(crate) fn tables() -> String {
    let mut words: BTreeMap<String, Word> = BTreeMap::new();
    let irregular = irregular();

    let classes = sections("words.txt", &mut words, |word| &mut word.classes);
    let lists = sections("lists.txt", &mut words, |word| &mut word.lists);
    let mut verbs: Vec<(String, u32)> = vec![(String::new(), 0)];
    for (lemma, frames) in lexicon("verbs.txt") {
        let index = match verbs.iter().position(|(known, _)| *known == lemma) {
            Some(index) => index,
            None => {
                verbs.push((lemma.clone(), 0));
                verbs.len() - 1
            }
        };
        verbs[index].1 |= frames;
        for (form, bits) in conjugate(&lemma, &irregular) {
            let word = words.entry(form).or_default();
            // A form of two verbs (`found`) belongs to the one whose lemma it is, else to the first.
            if word.verb == 0 || word.forms == 0 {
                word.verb = index;
            }
            word.forms |= bits;
        }
    }
    for line in lines("verbs-plain.txt") {
        for lemma in line.split_whitespace() {
            if verbs.iter().any(|(known, _)| known == lemma) {
                continue;
            }
            for (form, bits) in conjugate(lemma, &irregular) {
                words.entry(form).or_default().forms |= bits;
            }
        }
    }
    let mut nouns: Vec<(String, u32)> = vec![(String::new(), 0)];
    for (lemma, frames) in lexicon("nouns.txt") {
        let index = nouns.len();
        for form in [lemma.clone(), plural(&lemma)] {
            words.entry(form).or_default().noun = index;
        }
        nouns.push((lemma, frames));
    }
    render(&words, [&classes, &lists], &verbs, &nouns)
}

fn render(
    words: &BTreeMap<String, Word>,
    [classes, lists]: [&[String]; 2],
    verbs: &[(String, u32)],
    nouns: &[(String, u32)],
) -> String {
    let mut out = super::preamble("attribution");
    out.push_str("use crate::lexicon::Word;\n\n");
    let mut constants = |module: &str, what: &str, kind: &str, names: &[&str]| {
        let _ = writeln!(out, "/// {what}\npub(crate) mod {module} {{");
        for (bit, name) in names.iter().enumerate() {
            let name = name.to_uppercase().replace('-', "_");
            let _ = writeln!(out, "pub(crate) const {name}: {kind} = 1 << {bit};");
        }
        out.push_str("}\n\n");
    };
    constants("class", "The sections of `words.txt`.", "u32", &names(classes));
    constants("list", "The sections of `lists.txt`.", "u16", &names(lists));
    constants("frame", "What a verb or noun governs.", "u32", FRAMES);
    constants("form", "Forms of a verb.", "u8", FORMS);
    for (name, what, entries) in [
        ("VERBS", "Frames of the reporting verbs; the first stands for all other verbs.", verbs),
        ("NOUNS", "Frames of the reporting nouns; the first stands for all other words.", nouns),
    ] {
        let _ =
            writeln!(out, "/// {what}\npub(crate) static {name}: [u32; {}] = [", entries.len());
        for (lemma, frames) in entries {
            let _ = writeln!(out, "{frames:#x}, // {lemma}");
        }
        out.push_str("];\n\n");
    }
    let _ = writeln!(
        out,
        "/// Every form that is known, in order.\n#[rustfmt::skip]\npub(crate) static WORDS: [(&str, Word); {}] = [",
        words.len()
    );
    for (form, Word { classes, lists, forms, verb, noun }) in words {
        let _ = write!(out, "    ({form:?}, Word::new({classes:#x}, {forms:#x}, {verb}, {noun})");
        if *lists != 0 {
            let _ = write!(out, ".listed({lists:#x})");
        }
        out.push_str("),\n");
    }
    out.push_str("];\n");
    out
}

/// Reads a file of sections, gives each word the bit of those it is in, and returns their
/// names.
fn sections(
    file: &str,
    words: &mut BTreeMap<String, Word>,
    bits: impl Fn(&mut Word) -> &mut u32,
) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in lines(file) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            names.push(name.to_string());
            continue;
        }
        let bit = names.len().checked_sub(1).expect("words follow the name of a section");
        for word in line.split_whitespace() {
            *bits(words.entry(word.to_string()).or_default()) |= 1 << bit;
        }
    }
    names
}

fn names(sections: &[String]) -> Vec<&str> {
    sections.iter().map(String::as_str).collect()
}

/// Reads lines `lemma: frame frame …`.
fn lexicon(name: &str) -> Vec<(String, u32)> {
    let entry = |line: String| {
        let (lemma, frames) = line.split_once(':').expect("a lemma, a colon, frames");
        let bits = frames.split_whitespace().map(|frame| match frame {
            "none" => 0,
            "whether" => bit("wh"),
            frame => bit(frame),
        });
        (lemma.to_string(), bits.fold(0, |all, bit| all | bit))
    };
    lines(name).into_iter().map(entry).collect()
}

fn bit(frame: &str) -> u32 {
    let position = FRAMES.iter().position(|known| *known == frame);
    1 << position.unwrap_or_else(|| panic!("{frame:?} is no frame"))
}

/// Verbs by lemma: past, participle, gerund where it is irregular.
fn irregular() -> HashMap<String, Vec<String>> {
    let words = lines("irregular.txt").into_iter().map(|line| {
        let mut forms = line.split_whitespace().map(str::to_string);
        (forms.next().unwrap_or_default(), forms.collect())
    });
    words.collect()
}

fn conjugate(lemma: &str, irregular: &HashMap<String, Vec<String>>) -> Vec<(String, u8)> {
    let own = irregular.get(lemma);
    let listed = |n: usize| own.and_then(|forms| forms.get(n)).cloned();
    let ending = |ending: &str| match (lemma, ending) {
        (l, "ed" | "ing") if l.ends_with('e') && !l.ends_with("ee") => {
            let l = if l.ends_with("ie") && ending == "ing" {
                format!("{}y", &l[..l.len() - 2])
            } else {
                l[..l.len() - 1].to_string()
            };
            format!("{l}{ending}")
        }
        (l, "ed") if consonant_y(l) => format!("{}ied", &l[..l.len() - 1]),
        (l, "ed" | "ing") if doubles(l) => format!("{l}{}{ending}", &l[l.len() - 1..]),
        (l, _) => format!("{l}{ending}"),
    };
    let ending =
        |e: &str| if lemma.ends_with("ee") && e == "ed" { format!("{lemma}d") } else { ending(e) };
    vec![
        (lemma.to_string(), 1),
        (plural(lemma), 2),
        (listed(0).unwrap_or_else(|| ending("ed")), 4),
        (listed(1).unwrap_or_else(|| ending("ed")), 8),
        (listed(2).unwrap_or_else(|| ending("ing")), 16),
    ]
}

/// Whether the last consonant is doubled: one syllable, one vowel before it.
fn doubles(lemma: &str) -> bool {
    let letters: Vec<char> = lemma.chars().collect();
    let vowel = |c: char| "aeiou".contains(c);
    let [.., a, b, c] = letters[..] else { return false };
    let syllables = letters.iter().filter(|c| vowel(**c)).count();
    !vowel(a) && vowel(b) && !vowel(c) && !"wxy".contains(c) && syllables == 1
}

fn consonant_y(word: &str) -> bool {
    word.ends_with('y') && word.chars().rev().nth(1).is_some_and(|c| !"aeiou".contains(c))
}

/// The plural of a noun, or the third person of a verb.
fn plural(lemma: &str) -> String {
    if consonant_y(lemma) {
        return format!("{}ies", &lemma[..lemma.len() - 1]);
    }
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| lemma.ends_with(end));
    if hissing || ["go", "do", "veto", "echo", "undergo"].contains(&lemma) {
        return format!("{lemma}es");
    }
    format!("{lemma}s")
}

/// The lines of a source that say something.
fn lines(name: &str) -> Vec<String> {
    let source = super::source(&format!("data/attribution/en/{name}"));
    let line = |line: &str| line.split('#').next().unwrap_or_default().trim().to_string();
    source.lines().map(line).filter(|line| !line.is_empty()).collect()
}
