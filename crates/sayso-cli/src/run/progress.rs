use std::{
    io::{self, IsTerminal},
    time::Duration,
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::{
    args::{DocumentArgs, FormatArg},
    input::Sources,
};

/// Shows how far a run is and how long it will take, to whoever watches.
///
/// Nobody does where standard error is no terminal; and where results are
/// written to the terminal, they show it.
pub(super) fn progress<F: FormatArg>(
    args: &DocumentArgs<F>,
    sources: &Sources,
) -> Option<ProgressBar> {
    let results = args.output.file().is_none() && io::stdout().is_terminal();
    if args.job.quiet || results || !io::stderr().is_terminal() {
        return None;
    }
    let (bar, template) = match sources.size() {
        Some(size) => (
            ProgressBar::new(size),
            "{wide_bar} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left",
        ),
        None => (ProgressBar::no_length(), "{spinner} {bytes}, {bytes_per_sec}"),
    };
    // Not so often that it costs anything.
    bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(4));
    bar.set_style(ProgressStyle::with_template(template).expect("the template is well formed"));
    bar.enable_steady_tick(Duration::from_millis(250));
    Some(bar)
}
