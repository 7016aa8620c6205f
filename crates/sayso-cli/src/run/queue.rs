use std::{
    collections::VecDeque,
    sync::{Condvar, Mutex, MutexGuard},
};

/// What has been read and waits for a worker, in order.
///
/// It is bounded by weight, the weight of all that is under way: not only of
/// what waits here, but also of what is being worked on and of what is held back
/// behind it until it is its turn to be written. So the memory of a run does not
/// depend on the length of its input, nor on how far one document outlasts its
/// neighbors.
pub(super) struct Queue<D> {
    state: Mutex<State<D>>,
    /// Something waits, or nothing will any more.
    filled: Condvar,
    /// There is room, or nobody wants more.
    freed: Condvar,
    limit: usize,
}

struct State<D> {
    waiting: VecDeque<(D, usize)>,
    /// The number of the first that waits.
    next: u64,
    under_way: usize,
    /// Nothing comes after what waits.
    ended: bool,
    /// Nobody wants more.
    closed: bool,
}

/// What a worker takes at once: neighbors, so that the price of handing over is
/// paid once for many short ones.
pub(super) struct Batch<D> {
    /// The number of the first, from 0.
    pub(super) first: u64,
    pub(super) items: Vec<D>,
    pub(super) weight: usize,
}

impl<D> Queue<D> {
    /// Makes a queue for so much weight under way, at least.
    pub(super) fn new(limit: usize) -> Queue<D> {
        let state =
            State { waiting: VecDeque::new(), next: 0, under_way: 0, ended: false, closed: false };
        Queue { state: Mutex::new(state), filled: Condvar::new(), freed: Condvar::new(), limit }
    }

    /// Adds an item as soon as there is room, and returns whether anybody wants
    /// more. What is heavier than the limit goes alone.
    pub(super) fn push(&self, item: D, weight: usize) -> bool {
        let full = |state: &mut State<D>| {
            !state.closed && state.under_way > 0 && state.under_way + weight > self.limit
        };
        let mut state =
            self.freed.wait_while(self.lock(), full).expect("no holder of the lock panics");
        state.under_way += weight;
        state.waiting.push_back((item, weight));
        self.filled.notify_one();
        !state.closed
    }

    /// Says that nothing more will be added.
    pub(super) fn end(&self) {
        self.lock().ended = true;
        self.filled.notify_all();
    }

    /// Takes what waits, but not much more than `weight`, as soon as there is
    /// something; nothing when nothing will come any more.
    pub(super) fn take(&self, weight: usize) -> Option<Batch<D>> {
        let idle = |state: &mut State<D>| state.waiting.is_empty() && !state.ended;
        let mut state =
            self.filled.wait_while(self.lock(), idle).expect("no holder of the lock panics");
        let mut batch = Batch { first: state.next, items: Vec::new(), weight: 0 };
        while batch.weight < weight {
            let Some((item, weight)) = state.waiting.pop_front() else { break };
            batch.items.push(item);
            batch.weight += weight;
        }
        state.next += batch.items.len() as u64;
        (!batch.items.is_empty()).then_some(batch)
    }

    /// Says that so much weight is not under way any more.
    pub(super) fn done(&self, weight: usize) {
        self.lock().under_way -= weight;
        self.freed.notify_one();
    }

    /// Says that nobody wants more.
    pub(super) fn close(&self) {
        let mut state = self.lock();
        state.closed = true;
        state.ended = true;
        state.waiting.clear();
        self.freed.notify_all();
        self.filled.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State<D>> {
        self.state.lock().expect("no holder of the lock panics")
    }
}

#[cfg(test)]
mod tests {
    use super::Queue;

    #[test]
    fn batches_are_neighbors() {
        let queue = Queue::new(100);
        for item in ["a", "b", "c", "d"] {
            assert!(queue.push(item, 10));
        }
        let batch = queue.take(15).expect("four wait");
        assert_eq!((batch.first, batch.items, batch.weight), (0, vec!["a", "b"], 20));
        let batch = queue.take(1).expect("two wait");
        assert_eq!((batch.first, batch.items, batch.weight), (2, vec!["c"], 10));
        queue.end();
        assert_eq!(queue.take(100).expect("one waits").first, 3);
        assert!(queue.take(100).is_none());
    }

    #[test]
    fn the_heavy_go_alone() {
        let queue = Queue::new(10);
        assert!(queue.push("heavy", 1000));
        std::thread::scope(|scope| {
            let push = scope.spawn(|| queue.push("light", 1));
            queue.done(queue.take(1).expect("one waits").weight);
            assert!(push.join().expect("it does not panic"));
        });
        assert_eq!(queue.take(1).expect("one waits").first, 1);
    }

    #[test]
    fn nobody_wants_more() {
        let queue = Queue::new(10);
        assert!(queue.push("a", 10));
        std::thread::scope(|scope| {
            let push = scope.spawn(|| queue.push("b", 10));
            queue.close();
            assert!(!push.join().expect("it does not panic"));
        });
    }
}
