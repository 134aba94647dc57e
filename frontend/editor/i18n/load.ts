import type { Http } from '../api/http';
import { texts, type Texts } from './texts';

const PARTS = ['editor', 'mapping'];

/** Fetches the texts of the editor's parts in one language; a part that does not exist is left out. */
export async function loadTexts(http: Http, language: string): Promise<Texts> {
    const all = await Promise.all(
        PARTS.map((part) => http<Record<string, string>>(`/texts/${part}?lang=${language}`).catch(() => ({}))),
    );
    return texts(language, Object.assign({}, ...all) as Record<string, string>);
}
