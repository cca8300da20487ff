/** How long a browser may take to begin a download, in milliseconds. */
const PATIENCE = 60_000;

/** Lets the reader save a file. Characters no file system takes are left out of its name. */
export function downloadFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(content);
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').slice(0, 120);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), PATIENCE);
}
