//! What the program tells of itself.

mod program;

use std::fs;

use program::{folder, root, run};

/// The subcommands, as the help lists them.
fn subcommands() -> Vec<String> {
    let help = run(&root(), &["--help"]).out;
    let (_, list) = help.split_once("Commands:\n").expect("the help lists them");
    let list = list.lines().take_while(|line| !line.is_empty());
    // A line that goes on is indented deeper.
    let names = list.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.map(|line| line.split_whitespace().next().expect("a name").to_owned()).collect()
}

#[test]
fn every_help_has_examples() {
    assert!(run(&root(), &["--help"]).out.contains("Examples:\n"));
    for name in subcommands() {
        // The help of `gazetteer` is that of what it can do.
        if name == "help" || name == "gazetteer" {
            continue;
        }
        let ran = run(&root(), &[&name, "--help"]);
        assert_eq!(ran.status, 0);
        assert!(ran.out.contains("Examples:\n"), "{name}: {}", ran.out);
    }
    assert!(run(&root(), &["gazetteer", "build", "--help"]).out.contains("Examples:\n"));
}

#[test]
fn completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = run(&root(), &["completions", shell]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        for word in ["sayso", "attributions", "on-error", "shard"] {
            assert!(ran.out.contains(word), "{shell}: {word}");
        }
    }
    assert_eq!(run(&root(), &["completions", "cmd"]).status, 2);
}

#[test]
fn a_manual() {
    let page = run(&root(), &["man"]);
    assert!(page.out.contains(".TH sayso 1") && page.out.contains("\\fB\\-\\-resume\\fR"));
    let folder = folder("a_manual", &[]);
    assert_eq!(run(&folder, &["man", "man1"]).status, 0);
    for name in subcommands().iter().filter(|name| *name != "help") {
        let page = format!("man1/sayso-{name}.1");
        assert!(fs::metadata(folder.join(&page)).is_ok(), "{page}");
    }
    let ran = run(&folder, &["man", "man1/sayso.1"]);
    assert_eq!((ran.status, ran.err.as_str()), (3, "sayso: man1/sayso.1: file exists\n"));
}
