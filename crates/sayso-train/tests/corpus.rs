//! The corpus of the project's own: that it is what its README says.

use std::{collections::HashSet, path::Path};

use sayso_train::{Corpus, Document};

fn articles(folder: &str) -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus").join(folder);
    Corpus::open(folder).expect("marked articles").documents
}

#[test]
fn marks_are_around_words() {
    for article in articles("train").into_iter().chain(articles("held-out")) {
        let Document { id, text, .. } = &article;
        for gold in &article.attributions {
            for span in gold.source.iter().chain(&gold.cue).chain(&gold.content) {
                let words = &text[*span];
                assert_eq!(words.trim(), words, "{id}: white space at an edge");
                let cuts = |at: usize| {
                    let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
                    before && text[at..].chars().next().is_some_and(char::is_alphanumeric)
                };
                assert!(!cuts(span.start()) && !cuts(span.end()), "{id}: {words:?} cuts a word");
            }
        }
    }
}

#[test]
fn a_letter_has_one_role() {
    for article in articles("train").into_iter().chain(articles("held-out")) {
        let mut roles: Vec<Option<u8>> = vec![None; article.text.len()];
        for gold in article.attributions.iter().filter(|gold| !gold.aside) {
            for (role, spans) in (0..).zip([&gold.source, &gold.cue, &gold.content]) {
                for span in spans {
                    for known in &mut roles[span.start()..span.end()] {
                        let words = &article.text[*span];
                        assert!(known.is_none_or(|r| r == role), "{}: {words:?}", article.id);
                        *known = Some(role);
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_measured_on_is_not_learned_from() {
    let known: HashSet<String> = articles("train").into_iter().map(|a| a.text).collect();
    let held_out = articles("held-out");
    assert!(held_out.iter().all(|article| !known.contains(&article.text)));
    let count = |articles: &[Document]| -> usize {
        let outermost = |a: &Document| a.attributions.iter().filter(|gold| !gold.aside).count();
        articles.iter().map(outermost).sum()
    };
    let readme = include_str!("../../../corpus/README.md");
    for (folder, articles) in [("train", articles("train")), ("held-out", held_out)] {
        let row = readme.lines().find(|line| line.starts_with(&format!("| `{folder}`")));
        let cells: Vec<&str> = row.expect("its row").split('|').map(str::trim).collect();
        let number = |cell: &str| cell.replace(',', "").parse().ok();
        assert_eq!(number(cells[3]), Some(articles.len()), "articles of {folder}");
        assert_eq!(number(cells[4]), Some(count(&articles)), "attributions of {folder}");
    }
}
