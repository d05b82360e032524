//! Examples of each command, as its `--help` and its man page show them. The tests run every line that
//! begins with `liangjiang` (in a shell, in an empty folder) and expect the exit status 0.

/// The examples of the command at this path, such as `ports show`, as its help shows them: text that is
/// copied whole, since it is made at every start.
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn of(path: &str) -> &'static str {
    match path {
        "" => {
            "Examples:\n\x20 liangjiang\n\
             \x20 liangjiang industries --pillar\n\
             \x20 liangjiang ports show guoyuan\n\
             \x20 liangjiang ports show guoyuan --json"
        }
        "compare" => {
            "Examples:\n\x20 liangjiang compare shuitu yufu longxing\n\
             \x20 liangjiang compare guoyuan cuntan --lang zh"
        }
        "search" => {
            "Examples:\n\x20 liangjiang search bonded zone\n\
             \x20 liangjiang search guoyuan container throughput 2023 --json\n\
             \x20 liangjiang search 果园港什么时候开港"
        }
        "conflicts" => {
            "Examples:\n\x20 liangjiang conflicts\n\
             \x20 liangjiang conflicts guoyuan --lang zh"
        }
        "gaps" => {
            "Examples:\n\x20 liangjiang gaps\n\
             \x20 liangjiang gaps electricity"
        }
        "check" => {
            "Examples:\n\x20 liangjiang check\n\
             \x20 liangjiang check --lang zh"
        }
        "overview" => {
            "Examples:\n\x20 liangjiang overview --lang zh\n\
             \x20 liangjiang overview --json --fields counts,ages"
        }
        "industries" | "industries list" => {
            "Examples:\n\x20 liangjiang industries --pillar\n\
             \x20 liangjiang industries --scheme 33511-2023 --sort name\n\
             \x20 liangjiang industries --park yufu --json"
        }
        "industries show" => {
            "Examples:\n\x20 liangjiang industries show nev\n\
             \x20 liangjiang industries --pillar -f ids | liangjiang industries show - --json"
        }
        "ports" | "ports list" => {
            "Examples:\n\x20 liangjiang ports\n\
             \x20 liangjiang ports --fields id,name,name_zh --sort name -f csv"
        }
        "ports show" => {
            "Examples:\n\x20 liangjiang ports show guoyuan\n\
             \x20 liangjiang ports show guoyuan cuntan --json"
        }
        "parks" | "parks list" => {
            "Examples:\n\x20 liangjiang parks\n\
             \x20 liangjiang parks --port guoyuan --json"
        }
        "parks show" => {
            "Examples:\n\x20 liangjiang parks show yufu\n\
             \x20 liangjiang parks show yufu --fields gaps --json"
        }
        "plans" | "plans list" => {
            "Examples:\n\x20 liangjiang plans --sort status,id\n\
             \x20 liangjiang plans -f markdown"
        }
        "plans show" => {
            "Examples:\n\x20 liangjiang plans show 14th-five-year-plan\n\
             \x20 liangjiang plans show 14th-five-year-plan --lang zh"
        }
        "policies" | "policies list" => {
            "Examples:\n\x20 liangjiang policies --in-force\n\
             \x20 liangjiang policies --fields id,status,summary -f tsv"
        }
        "policies show" => {
            "Examples:\n\x20 liangjiang policies show western-tax-15\n\
             \x20 liangjiang policies --in-force -f ids | liangjiang policies show -"
        }
        "enterprises" | "enterprises list" => {
            "Examples:\n\x20 liangjiang enterprises --country germany\n\
             \x20 liangjiang enterprises --sort country,name -f csv"
        }
        "enterprises show" => {
            "Examples:\n\x20 liangjiang enterprises show seres\n\
             \x20 liangjiang enterprises show seres --fields links --json"
        }
        "projects" | "projects list" => {
            "Examples:\n\x20 liangjiang projects\n\
             \x20 liangjiang projects --sort -status_as_of --fields id,status,status_as_of"
        }
        "projects show" => {
            "Examples:\n\x20 liangjiang projects -f ids | liangjiang projects show - --json\n\
             \x20 liangjiang projects -f ids | liangjiang projects show - --fields id,name,status"
        }
        "areas" | "areas list" => {
            "Examples:\n\x20 liangjiang areas\n\
             \x20 liangjiang areas --json"
        }
        "amenities" | "amenities list" | "amenities show" => "Examples:\n\x20 liangjiang amenities",
        "areas show" => {
            "Examples:\n\x20 liangjiang areas show liangjiang\n\
             \x20 liangjiang areas show liangjiang direct-area liangjiang-district --fields id,name,summary"
        }
        "show" => {
            "Examples:\n\x20 liangjiang show guoyuan\n\
             \x20 liangjiang show 果园港 --lang zh\n\
             \x20 liangjiang ports -f ids | liangjiang show - -f jsonl"
        }
        "figures" => {
            "Examples:\n\x20 liangjiang figures guoyuan\n\
             \x20 liangjiang figures guoyuan --sort -period,metric --fields period,metric,value,unit,source\n\
             \x20 liangjiang ports -f ids | liangjiang figures - -f csv"
        }
        "sources" | "sources list" => {
            "Examples:\n\x20 liangjiang sources --sort -published --fields id,published,title\n\
             \x20 liangjiang sources --json"
        }
        "sources show" => {
            "Examples:\n\x20 liangjiang sources show liangjiang-about-2017\n\
             \x20 liangjiang sources show liangjiang-about-2017 --json --fields figures"
        }
        "metrics" => {
            "Examples:\n\x20 liangjiang metrics\n\
             \x20 liangjiang metrics --sort -figures --fields id,label,unit,figures"
        }
        "version" => {
            "Examples:\n\x20 liangjiang version\n\
             \x20 liangjiang version --json"
        }
        "export" => {
            "Examples:\n\x20 liangjiang export liangjiang-data\n\
             \x20 liangjiang export liangjiang-data --force --json"
        }
        "schema" => {
            "Examples:\n\x20 liangjiang schema ports\n\
             \x20 liangjiang schema ports show\n\
             \x20 liangjiang schema figures"
        }
        "completions" => {
            "Examples:\n\x20 liangjiang completions bash\n\
             \x20 liangjiang completions fish\n\
             COMPLETE=zsh liangjiang"
        }
        "man" => {
            "Examples:\n\x20 liangjiang man\n\
             \x20 liangjiang man ports show"
        }
        "help" => {
            "Examples:\n\x20 liangjiang help formats\n\
             \x20 liangjiang help ports show"
        }
        _ => "",
    }
}
