//! Errors and notes on standard error: lower-case, the offender in backticks, a hint where there is one.
//! Those of clap are worded here too, for its own are in English alone.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Label, Lang, help, phrase};
use crate::{
    error::{Entity, Error},
    limit,
    load::Diagnostic,
    model::{Kind, visible},
};

/// Prefix of the first line of every error and note.
pub const PREFIX: &str = "liangjiang: ";

/// Text that a user typed, in backticks, fit for a terminal: nothing invisible, nothing long.
pub fn quoted(typed: &str) -> String {
    format!("`{}`", short(typed))
}

/// Text that a user typed, fit for a terminal.
pub fn short(typed: &str) -> String {
    let shown = visible(typed);
    match shown.char_indices().nth(limit::SAID) {
        Some((end, _)) => format!("{}…", &shown[..end]),
        None => shown,
    }
}

/// A kind in the singular, within a sentence.
pub fn kind(kind: Kind, lang: Lang) -> &'static str {
    lang.pick(kind.name(), kind.name_zh())
}

/// A kind in the plural, as a heading.
pub fn kinds(kind: Kind, lang: Lang) -> String {
    let (first, rest) = kind.plural().split_at(1);
    lang.pick(&[&first.to_uppercase(), rest].concat(), kind.name_zh()).to_owned()
}

/// The text of an error: a sentence, then hints, each a line.
pub fn error(error: &Error, lang: Lang) -> Vec<String> {
    match error {
        Error::NotFound { what, typed, candidates } => {
            let what = match what {
                Entity::Record(None) => Label::RecordName.text(lang),
                Entity::Record(Some(kind)) => self::kind(*kind, lang),
                Entity::Metric => Label::MetricName.text(lang),
                Entity::Figure => Label::Data.text(lang),
                Entity::Source => Label::SourceName.text(lang),
            };
            let mut lines = vec![phrase::not_found(what, quoted(typed), lang)];
            lines.extend(did_you_mean(candidates, lang));
            lines
        }
        Error::OtherKind { asked, is, id } => {
            let command = format!("liangjiang {} show {id}", is.plural());
            let [is, asked] = [is, asked].map(|kind| lang.pick(kind.plural(), kind.name_zh()));
            vec![phrase::other_kind(id, is, asked, lang), phrase::try_command(command, lang)]
        }
        Error::IsFigure(id) => {
            let command = format!("liangjiang cite {}", short(id));
            vec![phrase::is_figure(quoted(id), lang), phrase::try_command(command, lang)]
        }
        Error::Usage(lines) => lines[lang as usize].clone(),
        Error::Clap(error) => clap(error, lang),
        Error::OwnData(diagnostics) => {
            let warnings = diagnostics.iter().filter(|diagnostic| diagnostic.rule.is_warning()).count();
            let head = phrase::own_faults(diagnostics.len() - warnings, warnings, lang);
            std::iter::once(head).chain(diagnostics.iter().map(|own| diagnostic(own, lang))).collect()
        }
        Error::Folder(path, source) => {
            vec![phrase::cannot_read(quoted(path), reason(source), lang)]
        }
        Error::Data(_) => vec![Label::UnreadableData.text(lang).to_owned()],
        Error::Output(error) => vec![phrase::cannot_write_output(reason(error), lang)],
        Error::Read(error) => vec![phrase::cannot_read_input(reason(error), lang)],
        Error::NotUtf8 => vec![Label::NotUtf8.text(lang).to_owned()],
        Error::Write(path, source) => vec![phrase::cannot_write(quoted(path), reason(source), lang)],
        Error::Remove(path, source) => {
            let sentence = phrase::cannot_remove(quoted(path), reason(source), lang);
            vec![sentence, Label::ExportIsWhole.text(lang).to_owned()]
        }
        Error::Exists(path) => {
            vec![phrase::exists(quoted(path), lang), Label::UseForce.text(lang).to_owned()]
        }
    }
}

/// The hint that names what may have been meant.
fn did_you_mean(candidates: &[String], lang: Lang) -> Option<String> {
    let names = lang.list(candidates.iter().take(limit::CANDIDATES).map(|id| quoted(id)));
    (!names.is_empty()).then(|| phrase::did_you_mean(names, lang))
}

/// A usage error with its lines in a language: a sentence, then hints.
pub fn usage<const N: usize>(lines: impl Fn(Lang) -> [String; N]) -> Error {
    Error::Usage([Lang::En, Lang::Zh].map(|lang| lines(lang).into()))
}

/// The usage error of a value that is none of those that an option knows.
pub fn unknown_value(option: &str, typed: &str, known: &[impl AsRef<str>]) -> Error {
    usage(|lang| [phrase::unknown_value(option, quoted(typed), lang), known_are(known, lang)])
}

/// The usage error of a date that is none, or not one of the form that an option takes.
pub fn not_a_date(option: &str, example: &str, typed: &str) -> Error {
    usage(|lang| [phrase::not_a_date(option, example, quoted(typed), lang)])
}

/// The hint that names what could have been typed.
pub fn known_are(known: &[impl AsRef<str>], lang: Lang) -> String {
    phrase::known_are(lang.list(known.iter().map(AsRef::as_ref)), lang)
}

/// What clap found wrong with a command line.
fn clap(error: &clap::Error, lang: Lang) -> Vec<String> {
    let all = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    };
    let list = |kind| lang.list(all(kind).iter().map(|text| quoted(text)));
    let value = all(ContextKind::InvalidValue).concat();
    let argument = match list(ContextKind::InvalidArg) {
        none if none.is_empty() => list(ContextKind::InvalidSubcommand),
        argument => argument,
    };
    let mut lines = vec![match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => phrase::missing_value(argument, lang),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            phrase::invalid_value(argument, quoted(&value), lang)
        }
        ErrorKind::UnknownArgument => phrase::unexpected_argument(argument, lang),
        ErrorKind::InvalidSubcommand => phrase::unexpected_command(argument, lang),
        ErrorKind::ArgumentConflict => match list(ContextKind::PriorArg) {
            other if other == argument => phrase::repeated(argument, lang),
            other => phrase::conflict(argument, other, lang),
        },
        ErrorKind::MissingRequiredArgument => phrase::missing_arguments(argument, lang),
        ErrorKind::TooManyValues => phrase::needless_value(argument, lang),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => phrase::missing_value(argument, lang),
        ErrorKind::InvalidUtf8 => Label::InvalidUtf8.text(lang).to_owned(),
        // Nothing else comes of this grammar.
        _ => short(&error.to_string()),
    }];
    let should_be = std::error::Error::source(error).and_then(|source| source.downcast_ref::<Label>());
    lines.extend(should_be.map(|label| label.text(lang).to_owned()));
    let known = all(ContextKind::ValidValue);
    if !known.is_empty() {
        lines.push(known_are(&known, lang));
    }
    for kind in [ContextKind::SuggestedValue, ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand] {
        lines.extend(did_you_mean(&all(kind), lang));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        lines.extend(help::usage(&usage.to_string(), lang));
    }
    lines.push(Label::MoreHelp.text(lang).to_owned());
    lines
}

/// A fault or warning of the user's data, as editors and compilers write it.
pub fn diagnostic(diagnostic: &Diagnostic, lang: Lang) -> String {
    let Diagnostic { path, line, column, rule, message } = diagnostic;
    let (rule, message) = (help::text(rule.name(), lang), help::fault(message, lang));
    [path, ":", &line.to_string(), ":", &column.to_string(), ": ", rule, lang.colon(), &message].concat()
}

/// Why something could not be read or written.
pub fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}
