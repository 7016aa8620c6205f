use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        mpsc::{self, Receiver, TryRecvError},
    },
    thread,
};

use super::queue::{Batch, Queue};

/// A thread that reads, threads that work, and this one, which takes what comes
/// of it.
///
/// # Guarantees
///
/// What comes out does not depend on the number of threads, and if it is
/// `ordered`, its order does not either.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pipeline {
    /// How many threads work.
    pub(crate) jobs: usize,
    /// Whether results come in the order of what was read, or as they are done.
    pub(crate) ordered: bool,
}

/// Who takes the results.
pub(crate) trait Receive<E> {
    /// Why no more are wanted.
    type Stop;

    /// Takes one.
    fn receive(&mut self, result: E) -> Result<(), Self::Stop>;

    /// Nothing is there to be taken now: whoever waits for what is held back
    /// should get it.
    fn idle(&mut self) -> Result<(), Self::Stop>;
}

/// How much a worker takes at once, in bytes. Enough that handing over costs
/// nothing beside the work; little enough that no worker is left with much while
/// the others have nothing.
const BATCH: usize = 16 * 1024;

/// How much may be under way for every worker, in bytes.
const UNDER_WAY: usize = 4 * 1024 * 1024;

/// What comes of a batch.
struct Results<E> {
    first: u64,
    results: Vec<E>,
    weight: usize,
}

impl Pipeline {
    /// Reads all, works on each, and gives the results to `receiver`. `weight`
    /// says how much memory something takes until its result has been received.
    ///
    /// `read` is called on the reader's thread, since what can be read from must
    /// not always be handed to another.
    ///
    /// # Errors
    ///
    /// Why the receiver wants no more. Threads may still be waiting for input
    /// then, which only the end of the program ends.
    ///
    /// # Panics
    ///
    /// If one of the threads has.
    pub(crate) fn run<D, E, I, R>(
        self,
        read: impl FnOnce() -> I + Send + 'static,
        weight: impl Fn(&D) -> usize + Send + 'static,
        work: impl Fn(D) -> E + Send + Sync + 'static,
        receiver: &mut R,
    ) -> Result<(), R::Stop>
    where
        D: Send + 'static,
        E: Send + 'static,
        I: Iterator<Item = D>,
        R: Receive<E>,
    {
        let queue = Arc::new(Queue::new(UNDER_WAY * self.jobs));
        let work = Arc::new(work);
        let (sender, results) = mpsc::channel();
        let mut threads = Vec::new();
        let filled = Arc::clone(&queue);
        threads.push(thread::spawn(move || {
            let _end = End(&filled);
            for item in read() {
                let weight = weight(&item);
                if !filled.push(item, weight) {
                    break;
                }
            }
        }));
        for _ in 0..self.jobs {
            let (queue, work, sender) = (Arc::clone(&queue), Arc::clone(&work), sender.clone());
            threads.push(thread::spawn(move || {
                let _end = End(&queue);
                while let Some(Batch { first, items, weight }) = queue.take(BATCH) {
                    let results = items.into_iter().map(&*work).collect();
                    if sender.send(Results { first, results, weight }).is_err() {
                        break;
                    }
                }
            }));
        }
        drop(sender);
        if let Err(stop) = self.receive(&results, &queue, receiver) {
            queue.close();
            return Err(stop);
        }
        for thread in threads {
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        }
        Ok(())
    }

    /// Takes all results from the workers.
    fn receive<D, E, R: Receive<E>>(
        self,
        results: &Receiver<Results<E>>,
        queue: &Queue<D>,
        receiver: &mut R,
    ) -> Result<(), R::Stop> {
        let mut next = 0;
        // Those that came before it was their turn.
        let mut early = BTreeMap::new();
        loop {
            let done = match results.try_recv() {
                Ok(done) => done,
                Err(TryRecvError::Disconnected) => return Ok(()),
                Err(TryRecvError::Empty) => {
                    receiver.idle()?;
                    let Ok(done) = results.recv() else { return Ok(()) };
                    done
                }
            };
            if !self.ordered {
                done.results.into_iter().try_for_each(|result| receiver.receive(result))?;
                queue.done(done.weight);
                continue;
            }
            early.insert(done.first, done);
            while let Some(done) = early.remove(&next) {
                next += done.results.len() as u64;
                done.results.into_iter().try_for_each(|result| receiver.receive(result))?;
                queue.done(done.weight);
            }
        }
    }
}

/// Sees to it that the other threads end too when one has: as soon as they have
/// done what there is to do, or at once where one panics.
struct End<'q, D>(&'q Queue<D>);

impl<D> Drop for End<'_, D> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.close();
        } else {
            self.0.end();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{thread, time::Duration};

    use super::{Pipeline, Receive};

    /// Takes so many, and no more.
    struct Taken(Vec<u64>, usize);

    impl Receive<u64> for Taken {
        type Stop = &'static str;

        fn receive(&mut self, result: u64) -> Result<(), &'static str> {
            if self.0.len() == self.1 {
                return Err("enough");
            }
            self.0.push(result);
            Ok(())
        }

        fn idle(&mut self) -> Result<(), &'static str> {
            Ok(())
        }
    }

    /// Squares numbers; some take longer.
    fn squares(jobs: usize, ordered: bool, count: u64, wanted: usize) -> (Vec<u64>, bool) {
        let mut taken = Taken(Vec::new(), wanted);
        let work = |n: u64| {
            if n % 7 == 0 {
                thread::sleep(Duration::from_micros(n));
            }
            n * n
        };
        // Heavy, so that readers have to wait.
        let pipeline = Pipeline { jobs, ordered };
        let end = pipeline.run(move || 0..count, |_| super::UNDER_WAY / 3, work, &mut taken);
        (taken.0, end.is_ok())
    }

    #[test]
    fn in_order_for_any_number_of_workers() {
        let expected: Vec<u64> = (0..500).map(|n| n * n).collect();
        for jobs in [1, 2, 7] {
            assert_eq!(squares(jobs, true, 500, usize::MAX), (expected.clone(), true));
            let (mut any, _) = squares(jobs, false, 500, usize::MAX);
            any.sort_unstable();
            assert_eq!(any, expected);
        }
        assert_eq!(squares(2, true, 0, 0), (vec![], true));
    }

    #[test]
    fn until_no_more_are_wanted() {
        assert_eq!(squares(3, true, u64::MAX, 4), (vec![0, 1, 4, 9], false));
    }

    #[test]
    #[should_panic(expected = "no square")]
    fn a_panic_is_not_lost() {
        let work = |n: u64| if n == 3 { panic!("no square") } else { n };
        let pipeline = Pipeline { jobs: 1, ordered: true };
        let mut taken = Taken(Vec::new(), 10);
        let _ = pipeline.run(|| 0..10, |_| 1, work, &mut taken);
    }
}
