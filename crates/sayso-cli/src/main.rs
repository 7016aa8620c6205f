//! The command line of sayso.

fn main() {
    println!("{}", sayso::Analyzer::new().analyze("").attributions.len());
}
