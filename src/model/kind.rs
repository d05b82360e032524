//! The kinds of record, each with all its words in one line here, and a value for each of them.

use serde::{Deserialize, Serialize};

use super::closed_list;

/// Declares [`Kind`] and [`PerKind`]. A line has the variant; the singular; the plural, which is the folder
/// in `data/`, the command and the key in `links`; the kind in Chinese, within a sentence; and the title of
/// its exported table in both languages.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $name:literal $plural:ident $zh:literal $title:literal $title_zh:literal)+) => {
        closed_list! {
            /// What sort of thing a record is.
            Kind { $($(#[$doc])* $kind = $name),+ }
        }

        impl Kind {
            /// The plural: the folder in `data/`, the command, and the key in `links`.
            pub fn plural(self) -> &'static str {
                match self { $(Self::$kind => stringify!($plural)),+ }
            }

            /// The kind in Chinese, within a sentence.
            pub fn name_zh(self) -> &'static str {
                match self { $(Self::$kind => $zh),+ }
            }

            /// The title of a table of them, in English and in Chinese.
            pub fn titles(self) -> (&'static str, &'static str) {
                match self { $(Self::$kind => ($title, $title_zh)),+ }
            }
        }

        /// A value for each kind.
        #[derive(Clone, Debug, Default, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema), schemars(bound = "T: Default + Serialize + schemars::JsonSchema"))]
        #[serde(default, deny_unknown_fields)]
        pub struct PerKind<T> { $($(#[$doc])* pub $plural: T),+ }

        impl<T> PerKind<T> {
            /// The value of one kind.
            pub fn of(&self, kind: Kind) -> &T {
                match kind { $(Kind::$kind => &self.$plural),+ }
            }

            /// The value of one kind, to change.
            pub fn of_mut(&mut self, kind: Kind) -> &mut T {
                match kind { $(Kind::$kind => &mut self.$plural),+ }
            }
        }
    };
}

kinds! {
    /// A branch, cluster or grouping of industries.
    Industry "industry" industries "产业" "Industries" "产业"
    /// A gateway that goods or people pass: river port, airport, rail terminal, bonded zone, hub.
    Port "port" ports "口岸" "Ports and gateways" "口岸与枢纽"
    /// A place to settle in: industrial park, new town, business district, cooperation park.
    Park "park" parks "园区" "Parks" "园区"
    /// A plan, campaign or set of goals.
    Plan "plan" plans "规划" "Plans" "规划"
    /// A policy: tax, investment, trade, labour, land, utilities, talent, approvals.
    Policy "policy" policies "政策" "Policies" "政策"
    /// A company.
    Enterprise "enterprise" enterprises "企业" "Enterprises" "企业"
    /// A piece of infrastructure.
    Project "project" projects "基础设施项目" "Infrastructure projects" "基础设施项目"
    /// A territory that figures are about: the New Area in its scopes, or Chongqing.
    Area "area" areas "区域" "Areas" "区域"
    /// What people who move there need: schools, hospitals, consular posts.
    Amenity "amenity" amenities "生活配套" "Amenities" "生活配套"
}

impl Kind {
    /// The kind whose folder or command has this name.
    pub fn from_plural(plural: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.plural() == plural)
    }

    /// The set of the vocabulary that its statuses are of.
    pub fn status_set(self) -> &'static str {
        match self {
            Self::Plan | Self::Policy => "plan-status",
            _ => "entity-status",
        }
    }
}
