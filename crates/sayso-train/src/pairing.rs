use std::collections::BTreeMap;

/// Returns the one-to-one pairing of the greatest total weight, as the partner
/// of each left one. Pairs that are not in `weights` are not allowed.
///
/// Weights must be positive.
pub(crate) fn pair(weights: &BTreeMap<(usize, usize), i128>) -> BTreeMap<usize, usize> {
    let mut rights: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut lefts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &(left, right) in weights.keys() {
        rights.entry(left).or_default().push(right);
        lefts.entry(right).or_default().push(left);
    }
    let mut pairs = BTreeMap::new();
    let mut seen = Vec::new();
    for &first in rights.keys() {
        if seen.contains(&first) {
            continue;
        }
        // What is connected with `first`: nearly always a single pair.
        let (mut group, mut others, mut stack) = (vec![first], Vec::new(), vec![first]);
        while let Some(left) = stack.pop() {
            for &right in &rights[&left] {
                if others.contains(&right) {
                    continue;
                }
                others.push(right);
                for &new in &lefts[&right] {
                    if !group.contains(&new) {
                        group.push(new);
                        stack.push(new);
                    }
                }
            }
        }
        seen.extend(&group);
        group.sort_unstable();
        others.sort_unstable();
        let gain = |l: usize, r: usize| weights.get(&(l, r)).copied().unwrap_or(0);
        let found: Vec<(usize, usize)> = if group.len() <= others.len() {
            let gains: Vec<Vec<i128>> =
                group.iter().map(|&l| others.iter().map(|&r| gain(l, r)).collect()).collect();
            assign(&gains).iter().enumerate().map(|(l, &r)| (group[l], others[r])).collect()
        } else {
            let gains: Vec<Vec<i128>> =
                others.iter().map(|&r| group.iter().map(|&l| gain(l, r)).collect()).collect();
            assign(&gains).iter().enumerate().map(|(r, &l)| (group[l], others[r])).collect()
        };
        pairs.extend(found.into_iter().filter(|pair| weights.contains_key(pair)));
    }
    pairs
}

/// Returns for each row the column it is given, none twice, for the greatest
/// total: the Hungarian method by shortest augmenting paths. There must be no
/// more rows than columns.
fn assign(gain: &[Vec<i128>]) -> Vec<usize> {
    let (rows, columns) = (gain.len(), gain[0].len());
    let infinity =
        1 + 2 * gain.iter().map(|row| row.iter().max().copied().unwrap_or(0)).sum::<i128>();
    let (mut row_price, mut column_price) = (vec![0; rows + 1], vec![0; columns + 1]);
    let (mut row_of, mut came_from) = (vec![0; columns + 1], vec![0; columns + 1]);
    for row in 1..=rows {
        let mut column = 0;
        row_of[0] = row;
        let (mut slack, mut done) = (vec![infinity; columns + 1], vec![false; columns + 1]);
        while row_of[column] != 0 {
            done[column] = true;
            let r = row_of[column];
            let (mut step, mut following) = (infinity, 0);
            for c in 1..=columns {
                if done[c] {
                    continue;
                }
                let reduced = -gain[r - 1][c - 1] - row_price[r] - column_price[c];
                if reduced < slack[c] {
                    (slack[c], came_from[c]) = (reduced, column);
                }
                if slack[c] < step {
                    (step, following) = (slack[c], c);
                }
            }
            for c in 0..=columns {
                if done[c] {
                    row_price[row_of[c]] += step;
                    column_price[c] -= step;
                } else {
                    slack[c] -= step;
                }
            }
            column = following;
        }
        while column != 0 {
            row_of[column] = row_of[came_from[column]];
            column = came_from[column];
        }
    }
    let mut chosen = vec![0; rows];
    for c in 1..=columns {
        if row_of[c] != 0 {
            chosen[row_of[c] - 1] = c - 1;
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_those_of_brute_force() {
        let mut random = crate::random::Random::new(7);
        for _ in 0..200 {
            let mut weights = BTreeMap::new();
            for left in 0..4 {
                for right in 0..4 {
                    if random.one_in(2) {
                        weights.insert((left, right), 1 + (random.next() % 20) as i128);
                    }
                }
            }
            let total: i128 = pair(&weights).iter().map(|(l, r)| weights[&(*l, *r)]).sum();
            assert_eq!(total, most(&weights, 0, 0));
        }
    }

    /// The greatest total of the pairs from `left` on, without the columns in
    /// the set of bits `used`.
    fn most(weights: &BTreeMap<(usize, usize), i128>, left: usize, used: u8) -> i128 {
        if left == 4 {
            return 0;
        }
        let with = (0..4).filter(|r| used & 1 << r == 0).filter_map(|r| {
            Some(weights.get(&(left, r))? + most(weights, left + 1, used | 1 << r))
        });
        with.fold(most(weights, left + 1, used), i128::max)
    }
}
