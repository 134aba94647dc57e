import {
    Archive, AtSign, Bell, Binary, Box, Braces, Brackets, Bug, Calculator, Calendar, CalendarClock, Clock, Cloud, Code, Combine, CornerUpLeft,
    CreditCard, Database, Download, Eraser, Eye, File, FileJson, FileText, Filter, Folder, FormInput, Funnel, GitFork, GitMerge, Globe, Hash,
    History, Hourglass, Image, Inbox, Key, Layers, Link, List, ListOrdered, ListPlus, ListTree, Lock, Mail, MapPin, Megaphone,
    MessageSquare, MousePointerClick, Package, Pencil, PencilLine, Phone, Pilcrow, Play, Plug, Plus, Repeat, Reply, Rows3, Save, Scissors, Search,
    Send, Server, Shuffle, Sigma, Sparkles, Split, SquarePen, SquarePlus, Table, Tag, Terminal, Text, TextCursorInput, TextQuote, Timer, Trash, Trash2, Type, Upload,
    User, Users, Variable, Webhook, Wrench, Zap, type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';

/* A fixed set: every icon named here is in the bundle, the other thousands are not. Add one when a module asks for it. */
const ALL: Readonly<Record<string, LucideIcon>> = {
    Archive, AtSign, Bell, Binary, Box, Braces, Brackets, Bug, Calculator, Calendar, CalendarClock, Clock, Cloud, Code, Combine, CornerUpLeft,
    CreditCard, Database, Download, Eraser, Eye, File, FileJson, FileText, Filter, Folder, FormInput, Funnel, GitFork, GitMerge, Globe, Hash,
    History, Hourglass, Image, Inbox, Key, Layers, Link, List, ListOrdered, ListPlus, ListTree, Lock, Mail, MapPin, Megaphone,
    MessageSquare, MousePointerClick, Package, Pencil, PencilLine, Phone, Pilcrow, Play, Plug, Plus, Repeat, Reply, Rows3, Save, Scissors, Search,
    Send, Server, Shuffle, Sigma, Sparkles, Split, SquarePen, SquarePlus, Table, Tag, Terminal, Text, TextCursorInput, TextQuote, Timer, Trash, Trash2, Type, Upload,
    User, Users, Variable, Webhook, Wrench, Zap,
};

const BY_NAME = new Map(Object.entries(ALL).map(([name, icon]) => [plain(name), icon]));

/** A module's icon by its Lucide name (`calendar-clock`); a box for one that is not in the set. */
export function ModuleIcon({ name, size }: { readonly name: string; readonly size: number }): ReactNode {
    const Icon = BY_NAME.get(plain(name)) ?? Box;
    return <Icon size={size} strokeWidth={1.75} />;
}

function plain(name: string): string {
    return name.replaceAll('-', '').toLowerCase();
}
