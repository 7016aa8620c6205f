//! Mentions of the names that the ready gazetteer has.

use criterion::{Criterion, criterion_group, criterion_main};
use sayso::gazetteer::Gazetteer;

fn mentions(criterion: &mut Criterion) {
    let gazetteer = Gazetteer::news();
    let count = |text: &str| gazetteer.mentions(text).count();
    sayso_bench::bench(criterion, "gazetteer", [2, 13, 5172, 0], count);
}

criterion_group!(benches, mentions);
criterion_main!(benches);
