//! How an answer is to look: width, colour, language. Decided once from the options and the environment;
//! everything below is given the decision.

use std::{ffi::OsString, io};

use crate::{
    cli::{ColorArg, OutputArgs},
    lang::Lang,
    model::{Day, Span},
};

/// Looks up a variable of the environment.
pub type Variable<'e> = &'e dyn Fn(&str) -> Option<OsString>;

/// What the program needs to know of its surroundings, which main.rs reads.
#[derive(Clone)]
pub struct Environment<'e> {
    /// The variables of the environment.
    pub variable: Variable<'e>,
    /// Reads standard input to its end, where `-` asks for it; on a terminal it prints this line first.
    pub stdin: &'e dyn Fn(&str) -> io::Result<Vec<u8>>,
    /// Today by the clock, as an ISO date; `LIANGJIANG_TODAY` goes before it.
    pub today: Option<String>,
    /// Whether standard output is a terminal: a person is reading, and JSON is spread over lines.
    pub stdout_terminal: bool,
    /// Columns of that terminal.
    pub terminal_columns: Option<u16>,
    /// Whether that terminal opens addresses (OSC 8), as its environment says.
    pub opens_links: bool,
}

impl Default for Environment<'_> {
    fn default() -> Self {
        Self {
            variable: &|_| None,
            stdin: &|_| Ok(Vec::new()),
            today: None,
            stdout_terminal: false,
            terminal_columns: None,
            opens_links: false,
        }
    }
}

impl Environment<'_> {
    /// A variable that is set and not empty.
    pub fn text(&self, name: &str) -> Option<String> {
        (self.variable)(name)?.into_string().ok().filter(|text| !text.is_empty())
    }
}

/// How an answer is to look.
#[derive(Clone, Copy, Debug, Default)]
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
    /// Today, where it is known: the date against which a policy has ended by its own terms.
    pub today: Option<Day>,
}

/// The variable that names the day of today.
pub const TODAY: &str = "LIANGJIANG_TODAY";
/// Columns of a terminal that does not say how many it has.
const USUAL_COLUMNS: usize = 80;

impl Style {
    /// Decides by the options and the environment.
    pub fn new(environment: &Environment, asked: &OutputArgs) -> Self {
        let (color, width) = (color(environment, asked), width(environment, asked));
        let limit = |elsewhere| Some(width.unwrap_or(elsewhere)).filter(|columns| *columns > 0);
        Self {
            width: limit(0),
            page_width: limit(USUAL_COLUMNS),
            color,
            links: color && environment.opens_links,
            lang: lang(environment, asked.lang),
            today: environment
                .text(TODAY)
                .or_else(|| environment.today.clone())
                .and_then(|date| Span::parse_date(&date))
                .map(|date| date.end),
        }
    }
}

/// `--width`, where 0 is no limit, over `COLUMNS` over the terminal over 80; none where nothing is asked and it is
/// no terminal.
fn width(environment: &Environment, asked: &OutputArgs) -> Option<usize> {
    let columns = || environment.text("COLUMNS")?.parse::<u16>().ok().filter(|columns| *columns > 0);
    let of_terminal = || match environment.terminal_columns {
        _ if !environment.stdout_terminal => None,
        None | Some(0) => Some(USUAL_COLUMNS),
        Some(columns) => Some(usize::from(columns)),
    };
    asked.width.or_else(columns).map(usize::from).or_else(of_terminal)
}

/// `--color` over `NO_COLOR` over `CLICOLOR_FORCE` over `TERM=dumb` over whether it is a terminal.
fn color(environment: &Environment, asked: &OutputArgs) -> bool {
    let is_forced = || environment.text("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    let is_dumb = || environment.text("TERM").is_some_and(|term| term == "dumb");
    match asked.color {
        Some(ColorArg::Always) => true,
        Some(ColorArg::Never) => false,
        Some(ColorArg::Auto) | None => {
            environment.text("NO_COLOR").is_none()
                && (is_forced() || environment.stdout_terminal && !is_dumb())
        }
    }
}

/// `--lang` over `LIANGJIANG_LANG` over `LANGUAGE` over the locale; English where none says another.
pub fn lang(environment: &Environment, asked: Option<Lang>) -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| environment.text(name));
    let locale = locale.unwrap_or_default();
    // As in gettext, the list is for those who have set a locale.
    let has_locale = !matches!(locale.split('.').next(), Some("" | "C" | "POSIX"));
    let language = environment.text("LANGUAGE").filter(|_| has_locale);
    let names = [environment.text("LIANGJIANG_LANG"), language, Some(locale)];
    asked.or_else(|| names.into_iter().flatten().find_map(|name| Lang::parse(&name))).unwrap_or_default()
}
