import type { Text } from '@guatu/core';
import type { CommandName } from './command-line.js';

const SOURCES: Text = {
  en: `  PLAN               the plan, plan.json; or a board file of guatu pack, which has everything in it
  --areas FILE       the roster, areas.csv; not needed when a --data folder holds it
  --data FILE        reports; repeats, and takes folders. Files are known by their names:
                     areas.csv observations.csv registers.csv events.csv links.csv,
                     also with more behind the name: observations-2021.csv
  --known-on DATE    leave out what was reported later
  --locale zh|en     language of the answers`,
  zh: `  PLAN               方案文件 plan.json；或 guatu pack 打包的挂图文件，内含全部数据
  --areas FILE       地区名册 areas.csv；--data 的文件夹里有就不用给
  --data FILE        报数文件，可多次给，也可给文件夹。按文件名识别：
                     areas.csv observations.csv registers.csv events.csv links.csv，
                     名字后面可以带别的，如 observations-2021.csv
  --known-on DATE    不计这一天以后才报的数
  --locale zh|en     输出语言`,
};

/** The same without what a file has no use for. */
const PACKED: Text = {
  en: withoutLines(SOURCES.en, 'PLAN', '--known-on'),
  zh: withoutLines(SOURCES.zh, 'PLAN', '--known-on'),
};

function withoutLines(text: string, ...options: readonly string[]): string {
  const isKept = (line: string): boolean => !options.some((option) => line.startsWith(`  ${option} `));
  return text.split('\n').filter(isKept).join('\n');
}

const HELP: Readonly<Record<CommandName | 'all', Text>> = {
  all: {
    en: `usage: guatu COMMAND FILE [options]

  init       writes a sample plan with its data into a folder, to begin from
  check      reads a plan and its reports and says what is wrong; status 1 on errors
  evaluate   answers every target for every area: a table, JSON or CSV
  draw       draws the board as SVG or PNG
  pack       packs a plan and its reports into one file that web pages open at once
  tiles      cuts boundaries into vector tiles, PMTiles, for a map of very many areas

guatu COMMAND --help tells more. Status 2 means that the command line was not understood.`,
    zh: `用法：guatu 命令 文件 [选项]

  init       在文件夹里写下一份示例方案和数据，供改写
  check      检查方案和报数，列出问题；有错误时退出码为 1
  evaluate   逐项任务、逐个地区给出结果：表格、JSON 或 CSV
  draw       画挂图，输出 SVG 或 PNG
  pack       把方案和报数打包成一个文件，网页可直接打开
  tiles      把边界切成矢量瓦片 PMTiles，供地区极多的地图使用

用 guatu 命令 --help 查看详情。退出码 2 表示命令行有误。`,
  },
  init: {
    en: `usage: guatu init [FOLDER] [--locale zh|en]

Writes a sample plan of an invented county into the folder, the present one by default: plan.json, areas.csv,
observations.csv, events.csv, README.md, and plan.schema.json for your editor. Nothing that is there is overwritten.

  --locale zh|en     language of the sample`,
    zh: `用法：guatu init [文件夹] [--locale zh|en]

在文件夹（默认当前文件夹）里写下一个虚构县的示例：plan.json、areas.csv、observations.csv、events.csv、
README.md，以及供编辑器使用的 plan.schema.json。已有的文件不会被覆盖。

  --locale zh|en     示例的语言`,
  },
  check: {
    en: `usage: guatu check PLAN --areas FILE --data FILE… [options]

Prints every finding with its place, and what became of the rows of each file.
Status 1 when there is an error, else 0.

${SOURCES.en}
  --as-of DATE       check rosters and batches as they are on this day; the plan's end by default`,
    zh: `用法：guatu check PLAN --areas FILE --data FILE… [选项]

列出所有问题及其位置，以及每个文件各行的去向。
有错误时退出码为 1，否则为 0。

${SOURCES.zh}
  --as-of DATE       按这一天核对名册和批次，默认方案结束之日`,
  },
  evaluate: {
    en: `usage: guatu evaluate PLAN --areas FILE --data FILE… --as-of DATE [options]

One row for each area that owes a target, its ancestors and its contributors.

${SOURCES.en}
  --as-of DATE       the day described
  --target ID        only this target; repeats
  --level LEVEL      only county, township or village; repeats
  --format FORMAT    table (default), json or csv
  --explain          say why, step by step
  --progress METHOD  measure running targets: straightLine, stepped, compoundGrowth, extrapolation
  -o, --output FILE  write here instead of the terminal`,
    zh: `用法：guatu evaluate PLAN --areas FILE --data FILE… --as-of DATE [选项]

承担任务的地区、其上级和供数的下级，各占一行。

${SOURCES.zh}
  --as-of DATE       截至哪一天
  --target ID        只看这项任务，可多次给
  --level LEVEL      只看 county、township 或 village，可多次给
  --format FORMAT    table（默认）、json 或 csv
  --explain          逐步说明理由
  --progress METHOD  衡量未到期任务的进度：straightLine、stepped、compoundGrowth、extrapolation
  -o, --output FILE  写入文件`,
  },
  draw: {
    en: `usage: guatu draw PLAN --areas FILE --data FILE… -o board.svg [options]

${SOURCES.en}
  --as-of DATE       the day described; the last day with reports by default
  --target ID        the target drawn
  --domain ID        a whole domain instead of one target
  --level LEVEL      village (default, where villages have shapes) or township
  --within CODE      the villages of one township alone
  --view VIEW        both, rollout, attainment, figure or lights; the rollout without a target
  --breaks METHOD    classes of figures: auto, equal, quantile, natural, or bounds: 1,5,10
  --compare-to DATE  a second day
  --comparison HOW   beside (default): two maps; change: one map of what changed
  --boundaries FILE  GeoJSON or TopoJSON, polygons or points; without it every area is a tile
  --crs SYSTEM       their coordinates: WGS84, CGCS2000, GCJ02 or BD09; what the file declares by default
  --code-property NAME  which of their properties holds the code; code, adcode, id and others by default
  --name-property NAME  which of them holds the name; name, fullname and others by default
  --tiles SHAPE      square (default) or hexagon, where there are no boundaries
  --width NUMBER     width of the picture, 960 by default
  --theme NAME       light (default), dark, government-red or big-screen
  --text-size SIZE   standard, large or wall
  --title TEXT       title of the sheet; the target's name by default
  --publisher TEXT   who publishes the map
  --approval-number TEXT  the map's approval number (审图号)
  --note TEXT        a line at the foot; repeats
  --map-only         the map alone, without title, legend and notes
  --scale NUMBER     pixels of a PNG for each unit of width, 2 by default
  -o, --output FILE  write here: SVG, or PNG when it ends with .png; else SVG to the terminal`,
    zh: `用法：guatu draw PLAN --areas FILE --data FILE… -o board.svg [选项]

${SOURCES.zh}
  --as-of DATE       截至哪一天，默认最后有报数的一天
  --target ID        画哪项任务
  --domain ID        画一个领域，而不是一项任务
  --level LEVEL      village（默认，只有乡镇有图形时为 township）或 township
  --within CODE      只画一个乡镇的村
  --view VIEW        both、rollout、attainment、figure 或 lights；不给任务则画推进批次
  --breaks METHOD    数值怎样分级：auto、equal、quantile、natural，或分界 1,5,10
  --compare-to DATE  另一天
  --comparison HOW   beside（默认，两图并排）或 change（一张变化图）
  --boundaries FILE  GeoJSON 或 TopoJSON，面或点；没有则一地一格
  --crs SYSTEM       坐标系：WGS84、CGCS2000、GCJ02 或 BD09，默认按文件声明
  --code-property NAME  代码在图形的哪个属性里，默认 code、adcode、id 等
  --name-property NAME  名称在图形的哪个属性里，默认 name、fullname 等
  --tiles SHAPE      没有边界时的格子：square（默认）或 hexagon
  --width NUMBER     图宽，默认 960
  --theme NAME       light（默认）、dark、government-red 或 big-screen
  --text-size SIZE   standard、large 或 wall
  --title TEXT       图名，默认用任务名称
  --publisher TEXT   发布单位
  --approval-number TEXT  审图号
  --note TEXT        图下的说明，可多次给
  --map-only         只要图，不带标题、图例和说明
  --scale NUMBER     PNG 每单位宽度的像素数，默认 2
  -o, --output FILE  写入文件：以 .png 结尾写 PNG，否则写 SVG`,
  },
  pack: {
    en: `usage: guatu pack PLAN --areas FILE --data FILE… -o board.guatu

Packs a plan, its roster and its reports, as they were read, into one file: <guatu-map src="board.guatu"> opens it without
reading a text, and check, evaluate and draw take it in place of PLAN and its data. Findings, what became of every row, and
where each stands are in it. Boundaries are not: give them beside it. Findings are told by guatu check, before or after.

  PLAN               the plan, plan.json
${PACKED.en}
  -o, --output FILE  the file to write; it is packed by gzip already, so that any static host may send it as it is`,
    zh: `用法：guatu pack PLAN --areas FILE --data FILE… -o board.guatu

把方案、地区名册和报数按读到的样子打包成一个文件：网页里 <guatu-map src="board.guatu"> 直接打开，不再读文本；
check、evaluate 和 draw 也可以用它代替 PLAN 和数据。所有问题、每一行的去向和出处都在里面。边界不在里面，请放在旁边。
有什么问题，打包前后都可用 guatu check 查看。

  PLAN               方案文件 plan.json
${PACKED.zh}
  -o, --output FILE  写入的文件；内容已用 gzip 压缩，任何静态网站原样发送即可`,
  },
  tiles: {
    en: `usage: guatu tiles BOUNDARIES -o areas.pmtiles [--areas FILE]

Cuts villages and townships into one PMTiles archive, which any static host serves by range requests.

  BOUNDARIES         GeoJSON or TopoJSON; a feature says its code, name, parent and level
  --areas FILE       the roster, areas.csv: shapes are joined to it by code, else by name, and take its names;
                     without it every shape needs a code of its own. Repeats
  --crs SYSTEM       coordinate system: WGS84, CGCS2000, GCJ02 or BD09; what the file declares by default
  --code-property NAME  which property holds the code; code, adcode, id and others by default
  --name-property NAME  which property holds the name; name, fullname and others by default
  -o, --output FILE  the archive to write
  --locale zh|en     language of the answers

Townships without a shape of their own are put together from their villages. Zooms are chosen from the data.`,
    zh: `用法：guatu tiles BOUNDARIES -o areas.pmtiles [--areas FILE]

把村和乡镇的边界切成一个 PMTiles 文件，放在任何静态网站上即可按需读取。

  BOUNDARIES         GeoJSON 或 TopoJSON；图形写明 code、name、parent、level
  --areas FILE       地区名册 areas.csv：图形按代码、其次按名称与名册对应，名称以名册为准；
                     不给名册时，每个图形都要有代码。可多次给
  --crs SYSTEM       坐标系：WGS84、CGCS2000、GCJ02 或 BD09；默认按文件所写
  --code-property NAME  代码在图形的哪个属性里，默认 code、adcode、id 等
  --name-property NAME  名称在图形的哪个属性里，默认 name、fullname 等
  -o, --output FILE  写入的文件
  --locale zh|en     输出语言

没有自己图形的乡镇，由所辖各村合并而成。缩放级别按数据选定。`,
  },
};

/** What a command does and which options it has. */
export function helpOf(command: CommandName | 'all'): Text {
  return HELP[command];
}
