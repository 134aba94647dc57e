/** One server-sent event. */
export interface ServerEvent {
    readonly id: string;
    readonly name: string;
    readonly data: string;
}

/** Takes text as it arrives and gives back the events that are complete (the WHATWG event stream format). */
export function eventReader(): (text: string) => readonly ServerEvent[] {
    let rest = '';
    return (text) => {
        rest += text.replaceAll('\r\n', '\n');
        const blocks = rest.split('\n\n');
        rest = blocks.pop() ?? '';
        return blocks.map(parse).filter((event) => event.data !== '');
    };
}

function parse(block: string): ServerEvent {
    let id = '';
    let name = 'message';
    const data: string[] = [];
    for (const line of block.split('\n')) {
        const colon = line.indexOf(':');
        if (colon === 0) continue;
        const field = colon < 0 ? line : line.slice(0, colon);
        const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
        if (field === 'data') data.push(value);
        else if (field === 'event') name = value;
        else if (field === 'id') id = value;
    }
    return { id, name, data: data.join('\n') };
}
