use std::{ffi::OsString, path::PathBuf, str::FromStr};

/// What is done about a document that cannot be read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum OnError {
    /// It is passed over.
    Skip,
    /// The run stops before it.
    Fail,
    /// It is put into this file, with the reason.
    Quarantine(PathBuf),
}

impl FromStr for OnError {
    type Err = &'static str;

    fn from_str(what: &str) -> Result<OnError, &'static str> {
        match (what, what.strip_prefix("quarantine=")) {
            ("skip", _) => Ok(OnError::Skip),
            ("fail", _) => Ok(OnError::Fail),
            (_, Some(file)) if !file.is_empty() => Ok(OnError::Quarantine(file.into())),
            _ => Err("it is skip, fail, or quarantine FILE"),
        }
    }
}

impl OnError {
    /// Makes one argument of `quarantine FILE`.
    ///
    /// For clap, an option has one value or two. With either, it would take the
    /// file behind `--on-error skip` for the second.
    pub(crate) fn join(
        arguments: impl IntoIterator<Item = OsString>,
    ) -> impl Iterator<Item = OsString> {
        let mut arguments = arguments.into_iter();
        let mut before = OsString::new();
        std::iter::from_fn(move || {
            let mut argument = arguments.next()?;
            let quarantine = before == "--on-error" && argument == "quarantine"
                || argument == "--on-error=quarantine";
            if quarantine {
                if let Some(file) = arguments.next() {
                    argument.push("=");
                    argument.push(file);
                }
            }
            before.clone_from(&argument);
            Some(argument)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::OnError;

    #[test]
    fn two_arguments_are_one() {
        let join = |line: &str| {
            let joined = OnError::join(line.split(' ').map(Into::into));
            joined.map(|argument| argument.into_string().expect("it is text")).collect::<Vec<_>>()
        };
        assert_eq!(join("s --on-error quarantine a b"), ["s", "--on-error", "quarantine=a", "b"]);
        assert_eq!(join("s --on-error=quarantine a b"), ["s", "--on-error=quarantine=a", "b"]);
        assert_eq!(join("s --on-error skip a"), ["s", "--on-error", "skip", "a"]);
        assert_eq!(join("s quarantine a"), ["s", "quarantine", "a"]);
        assert_eq!("quarantine=a".parse(), Ok(OnError::Quarantine("a".into())));
        assert!("quarantine".parse::<OnError>().is_err());
    }
}
