//! The ready gazetteer for news.
#![cfg(feature = "news")]

use sayso_gazetteer::Gazetteer;
use sayso_test::{Suite, corpora};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// All that is found, in order, with its type: `Kremlin = organization`.
    mentions: Vec<String>,
}

fn found(text: &str) -> Vec<(&str, &'static str)> {
    let gazetteer = Gazetteer::news();
    let kind = |kind: &str| {
        let known = [
            "country",
            "state",
            "city",
            "county",
            "region",
            "people",
            "organization",
            "media",
            "company",
            "title",
            "given-name",
            "date",
        ];
        known.into_iter().find(|known| *known == kind).expect("a type that is documented")
    };
    gazetteer.mentions(text).map(|m| (&text[m.span], kind(gazetteer.entry(m.id).kind))).collect()
}

#[test]
fn it_is_sound_and_of_the_size_that_is_promised() {
    let gazetteer = Gazetteer::news();
    gazetteer.verify().expect("the committed bytes are those that were written");
    assert!(gazetteer.as_bytes().len() <= 1_000_000);
    assert!(gazetteer.len() > 8_000, "{} entries", gazetteer.len());
    for (id, entry) in gazetteer.entries() {
        assert!(!entry.key.is_empty() && !entry.name.is_empty(), "{id:?}");
        let gender = entry.property("gender");
        assert!(matches!(gender, None | Some("feminine" | "masculine")), "{}", entry.key);
    }
}

#[test]
fn kinds() {
    let text = "The U.K. and the U.S. agreed; Britain’s prime minister flew to Côte d’Ivoire.";
    let expected = [
        ("U.K.", "country"),
        ("U.S.", "country"),
        ("Britain", "country"),
        ("prime minister", "title"),
        ("Côte d’Ivoire", "country"),
    ];
    assert_eq!(found(text), expected);
    let text = "Sen. Ruth Doe (D-Ohio), a Democrat, told Reuters that the FBI was in Fresno, Calif., \
                in March, with Frenchwomen from the European Central Bank and IKEA.";
    let expected = [
        ("Sen.", "title"),
        ("Ruth", "given-name"),
        ("Ohio", "state"),
        ("Democrat", "people"),
        ("Reuters", "media"),
        ("FBI", "organization"),
        ("Fresno", "city"),
        ("Calif.", "state"),
        ("March", "date"),
        ("European Central Bank", "organization"),
        ("IKEA", "company"),
    ];
    assert_eq!(found(text), expected);
}

#[test]
fn whole_articles() {
    Suite::<Expected>::load("gazetteer-news").run(|case| {
        let found: Vec<String> =
            found(&case.text).iter().map(|(name, kind)| format!("{name} = {kind}")).collect();
        let expected = &case.expected.mentions;
        if found == *expected {
            return Ok(());
        }
        let at = found.iter().zip(expected).take_while(|(found, wanted)| found == wanted).count();
        Err(format!("found {:?}, not {:?}", found.get(at..), expected.get(at..)))
    });
}

#[test]
fn words_are_no_names() {
    let texts = [
        "They may march in or out; me, hi, ok, the us of it, who said: polish it.",
        "Visa rules are next. Orange is on target. Shell out, or mind the gap. Subway is down.",
        "Variety matters. Stern words, wired homes. Frontline, dateline, panorama: the record.",
        "In general, a major part of it is to whip up support; the general election.",
        "Oracle or not, gap or sprint. Boots on. Just eat. Quartz shines.",
    ];
    for text in texts {
        assert_eq!(found(text), [], "{text}");
    }
    // A field of work is no magazine.
    let text = "Minister of Foreign Affairs; the Federalist Society, a foreign policy adviser";
    let kinds: Vec<_> = found(text).into_iter().map(|(_, kind)| kind).collect();
    assert!(!kinds.contains(&"media"), "{:?}", found(text));
}

#[test]
fn gender() {
    let gazetteer = Gazetteer::news();
    let gender = |text: &str| {
        let mention = gazetteer.mentions(text).next().expect("a title or name");
        gazetteer.entry(mention.id).property("gender")
    };
    assert_eq!(gender("Mrs May"), Some("feminine"));
    assert_eq!(gender("a spokesman"), Some("masculine"));
    assert_eq!(gender("a spokesperson"), None);
    assert_eq!(gender("Theresa"), Some("feminine"));
}

/// Every country, people, organization and title of the first article.
#[test]
fn seed_article() {
    let Some(path) = corpora::find("seed/may-trump-russia.txt") else { return };
    let text = std::fs::read_to_string(path).expect("the article can be read");
    let found = found(&text);
    let expected = [
        ("Russia", "country"),
        ("US", "country"),
        ("Syria", "country"),
        ("Italy", "country"),
        ("Iran", "country"),
        ("China", "country"),
        ("North Korea", "country"),
        ("Moscow", "city"),
        ("Middle East", "region"),
        ("Syrian", "people"),
        ("British", "people"),
        ("Russian", "people"),
        ("Iranian", "people"),
        ("Nazis", "people"),
        ("G7", "organization"),
        ("White House", "organization"),
        ("PA Images", "media"),
        ("Downing Street", "organization"),
        ("Secretary of State", "title"),
        ("Secretary of Defence", "title"),
        ("Foreign Secretary", "title"),
        ("Prime Minister", "title"),
        ("President", "title"),
        ("president", "title"),
        ("spokesman", "title"),
        ("spokesperson", "title"),
        ("senior official", "title"),
        ("official", "title"),
        ("analysts", "title"),
        ("Mr", "title"),
        ("Mrs", "title"),
    ];
    for name in expected {
        assert!(found.contains(&name), "{name:?} is missing");
    }
}
