//! How an answer is to look: width, colour, language. Decided once per stream from the options and the
//! environment; everything below is given the decision.

use std::ffi::OsString;

use crate::{
    cli::{ColorArg, OutputArgs},
    lang::Lang,
    model::{Day, Span},
};

/// What the program needs to know of its surroundings; read once, in main.rs.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Environment {
    /// `NO_COLOR`: set and not empty means no colour.
    pub no_color: Option<String>,
    /// `CLICOLOR_FORCE`: set, not empty and not `0` means colour even into a pipe.
    pub clicolor_force: Option<String>,
    /// `TERM`: `dumb` means no colour.
    pub term: Option<String>,
    /// `COLUMNS`.
    pub columns: Option<String>,
    /// `LIANGJIANG_LANG`.
    pub lang: Option<String>,
    /// `LANGUAGE`: a list of languages, the best first.
    pub language: Option<String>,
    /// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not empty.
    pub locale: Option<String>,
    /// The first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set and not empty: it names the characters.
    pub characters: Option<String>,
    /// `LIANGJIANG_DATA`: folders of the user's own data, as a list of paths.
    pub data: Option<OsString>,
    /// `COMPLETE`: the shell that asks for completions.
    pub complete: Option<String>,
    /// Whether standard input is a terminal.
    pub stdin_terminal: bool,
    /// Says a line on standard error at once, before standard input is waited for.
    pub notify: Option<fn(&str)>,
    /// Reads standard input to its end; called only where `-` asks for it.
    pub stdin: Option<fn() -> std::io::Result<Vec<u8>>>,
    /// Whether the terminal on standard output opens addresses (OSC 8), as its environment says.
    pub opens_links: bool,
    /// Today as an ISO date: `LIANGJIANG_TODAY`, else the clock's.
    pub today: Option<String>,
    /// Columns of the terminal, where standard output is one.
    pub terminal_columns: Option<u16>,
    /// Whether standard output is a terminal.
    pub stdout_terminal: bool,
    /// Whether standard error is a terminal.
    pub stderr_terminal: bool,
}

/// A stream that is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output: answers.
    Out,
    /// Standard error: notes and errors.
    Err,
}

/// How the text for one stream is to look.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a decision of its own")]
pub struct Style {
    /// Columns to fill; none is no limit.
    pub width: Option<usize>,
    /// Columns that a page fills: the same, but the usual ones where none are asked for and nobody is
    /// there. A list then has no limit, so that each of its records stays on one line.
    pub page_width: Option<usize>,
    /// Whether to paint.
    pub color: bool,
    /// Language.
    pub lang: Lang,
    /// Whether addresses are written so that a terminal can open them (OSC 8): where it is known to, and
    /// only beside colour, so that what switches colour off leaves no escape sequence at all.
    pub links: bool,
    /// Whether a person is reading: JSON is then spread over lines.
    pub terminal: bool,
    /// Whether the locale is one of UTF-8: bars are then drawn in eighths of a cell.
    pub unicode: bool,
    /// Today, where it is known: the date against which a policy has ended by its own terms.
    pub today: Option<Day>,
}

/// Columns of a terminal that does not say how many it has.
const USUAL_COLUMNS: usize = 80;

impl Style {
    /// Decides for one stream.
    pub fn new(environment: &Environment, asked: &OutputArgs, stream: Stream) -> Self {
        let terminal = match stream {
            Stream::Out => environment.stdout_terminal,
            Stream::Err => environment.stderr_terminal,
        };
        let color = color(environment, asked, terminal);
        Self {
            width: width(environment, asked, terminal, 0),
            page_width: width(environment, asked, terminal, USUAL_COLUMNS),
            color,
            links: color && environment.opens_links,
            lang: asked.lang.unwrap_or_else(|| lang(environment)),
            terminal,
            unicode: unicode(environment),
            today: environment.today.as_deref().and_then(Span::parse_date).map(|date| date.end),
        }
    }
}

/// Whether the locale names UTF-8; the locale of none does not.
fn unicode(environment: &Environment) -> bool {
    let name = environment.characters.as_deref().unwrap_or_default().to_ascii_lowercase();
    name.contains("utf-8") || name.contains("utf8")
}

/// `--width` over `COLUMNS` over the terminal over 80; `elsewhere` where nothing is asked and it is no
/// terminal. 0 is no limit.
fn width(environment: &Environment, asked: &OutputArgs, terminal: bool, elsewhere: usize) -> Option<usize> {
    let columns = || environment.columns.as_deref()?.parse::<u16>().ok().filter(|columns| *columns > 0);
    let width = match asked.width.or_else(columns).map(usize::from) {
        Some(width) => width,
        None if terminal => match environment.terminal_columns {
            None | Some(0) => USUAL_COLUMNS,
            Some(columns) => usize::from(columns),
        },
        None => elsewhere,
    };
    (width > 0).then_some(width)
}

/// `--color` over `NO_COLOR` over `CLICOLOR_FORCE` over `TERM=dumb` over whether it is a terminal.
fn color(environment: &Environment, asked: &OutputArgs, terminal: bool) -> bool {
    let set = |variable: &Option<String>| variable.as_deref().is_some_and(|value| !value.is_empty());
    match asked.color {
        Some(ColorArg::Always) => true,
        Some(ColorArg::Never) => false,
        Some(ColorArg::Auto) | None => {
            if set(&environment.no_color) {
                false
            } else if set(&environment.clicolor_force) && environment.clicolor_force.as_deref() != Some("0") {
                true
            } else {
                terminal && environment.term.as_deref() != Some("dumb")
            }
        }
    }
}

/// `LIANGJIANG_LANG` over `LANGUAGE` over the locale; English where none says another.
fn lang(environment: &Environment) -> Lang {
    let locale = environment.locale.as_deref().unwrap_or_default();
    // As in gettext, the list is for those who have set a locale.
    let has_locale = !matches!(locale.split('.').next(), Some("" | "C" | "POSIX"));
    let language = environment.language.as_deref().filter(|_| has_locale);
    let names = [environment.lang.as_deref(), language, Some(locale)];
    names.into_iter().flatten().find_map(Lang::parse).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_fine_only_where_the_locale_says_utf_8() {
        for (characters, want) in [
            (Some("zh_CN.UTF-8"), true),
            (Some("C.utf8"), true),
            (Some("POSIX"), false),
            (Some("zh_CN.GB18030"), false),
            (None, false),
        ] {
            let characters = characters.map(str::to_owned);
            let environment = Environment { characters, ..Environment::default() };
            assert_eq!(unicode(&environment), want);
        }
    }

    #[test]
    fn width_is_asked_then_columns_then_the_terminal_then_eighty() {
        let width = |asked: Option<u16>, columns: Option<&str>, tty: Option<u16>, terminal: bool| {
            let environment = Environment {
                columns: columns.map(str::to_owned),
                terminal_columns: tty,
                stdout_terminal: terminal,
                ..Environment::default()
            };
            Style::new(&environment, &OutputArgs { width: asked, ..OutputArgs::default() }, Stream::Out).width
        };
        assert_eq!(width(Some(40), Some("50"), Some(60), true), Some(40));
        assert_eq!(width(None, Some("50"), Some(60), true), Some(50));
        assert_eq!(width(None, None, Some(60), true), Some(60));
        assert_eq!(width(None, None, None, true), Some(80));
        assert_eq!(width(None, None, None, false), None);
        assert_eq!(width(Some(0), Some("50"), Some(60), true), None);
        for odd in ["abc", "-1", "0", "", "999999999"] {
            assert_eq!(width(None, Some(odd), Some(60), true), Some(60), "{odd}");
        }
    }

    #[test]
    fn the_language_is_asked_then_the_variable_then_the_locale() {
        let lang = |asked, variable: &str, language: &str, locale: &str| {
            let environment = Environment {
                lang: Some(variable.to_owned()),
                language: Some(language.to_owned()),
                locale: Some(locale.to_owned()),
                ..Environment::default()
            };
            Style::new(&environment, &OutputArgs { lang: asked, ..OutputArgs::default() }, Stream::Out).lang
        };
        assert_eq!(lang(Some(Lang::En), "zh", "", "zh_CN.UTF-8"), Lang::En);
        for (variable, language, locale, want) in [
            ("zh", "en", "en_US.UTF-8", Lang::Zh),
            ("ZH", "", "", Lang::Zh),
            ("zh-Hans", "", "", Lang::Zh),
            ("zha", "", "", Lang::En),
            ("xx", "", "zh_CN.GBK", Lang::Zh),
            ("", "fr:zh_TW:en", "de_DE.UTF-8", Lang::Zh),
            ("", "en:zh", "zh_CN.UTF-8", Lang::En),
            ("", "fr", "zh_CN.UTF-8", Lang::Zh),
            ("", "zh", "C", Lang::En),
            ("", "zh", "C.UTF-8", Lang::En),
            ("", "", "zhuang", Lang::En),
        ] {
            assert_eq!(lang(None, variable, language, locale), want, "{variable} {language} {locale}");
        }
        assert_eq!(Style::new(&Environment::default(), &OutputArgs::default(), Stream::Out).lang, Lang::En);
    }
}
