import { expect, test } from 'vitest';
import { eventReader } from './eventstream';

test('reads events however the text is cut', () => {
    const read = eventReader();
    expect(read('id: 4\nevent: run\nda')).toEqual([]);
    expect(read('ta: {"a":1}\n\n: beat\n\nevent:end\ndata:{}\n')).toEqual([{ id: '4', name: 'run', data: '{"a":1}' }]);
    expect(read('\n')).toEqual([{ id: '', name: 'end', data: '{}' }]);
});

test('joins several data lines, also with carriage returns', () => {
    expect(eventReader()('data: a\r\ndata: b\r\n\r\n')).toEqual([{ id: '', name: 'message', data: 'a\nb' }]);
});
