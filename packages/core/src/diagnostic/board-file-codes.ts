import type { DiagnosticKind } from './diagnostic.js';

/** Findings about a file a board was packed into: each refuses it whole. */
export const BOARD_FILE_DIAGNOSTICS = {
  'board-file-other': {
    severity: 'error',
    zh: '不是 guatu pack 写出的挂图文件，未打开',
    en: 'no board file as guatu pack writes it; not opened',
  },
  'board-file-version': {
    severity: 'error',
    zh: '挂图文件的格式是第 {found} 版，这里只认得第 {known} 版；请更新挂图，或重新打包',
    en: 'a board file of format {found}, and only format {known} is known here; update guatu, or pack it again',
  },
  'board-file-cut': {
    severity: 'error',
    zh: '文件不完整：应有 {expected} 字节，实有 {found} 字节；请重新上传',
    en: 'not whole: {expected} bytes are expected, there are {found}; upload it again',
  },
  'board-file-damaged': {
    severity: 'error',
    zh: '内容与校验和不符，文件已损坏；请重新上传或重新打包',
    en: 'damaged: its contents do not agree with its checksum; upload it again, or pack it again',
  },
  'board-file-content': {
    severity: 'error',
    zh: '其中的 {part} 不合规格，未打开；请重新打包',
    en: 'its part {part} is not as it must be; not opened, pack it again',
  },
  'board-file-unpack': {
    severity: 'error',
    zh: '无法解压：{why}；请重新上传',
    en: 'cannot be unpacked: {why}; upload it again',
  },
  'board-file-grows': {
    severity: 'error',
    zh: '解压后超过原大小的 {times} 倍，未打开',
    en: 'unpacks to more than {times} times its size; not opened',
  },
  'board-file-no-gzip': {
    severity: 'error',
    zh: '这个浏览器不能解压；请让服务器以 Content-Encoding: gzip 发送，或改用方案和数据文件',
    en: 'this browser cannot unpack it; have the server send it as Content-Encoding: gzip, or give plan and data as texts',
  },
} as const satisfies Readonly<Record<string, DiagnosticKind>>;
