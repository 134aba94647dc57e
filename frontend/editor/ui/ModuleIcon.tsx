import {
    Archive, ArchiveRestore, AtSign, Bell, Binary, Box, Braces, Brackets, Bug, Calculator, Calendar, CalendarClock, CirclePlay, CircleSlash,
    CircleStop, Clock, Cloud, Code, Combine, CornerUpLeft, CreditCard, Crop, Database, Download, Eraser, Eye, File, FileArchive, FileCode, FileDown,
    FileJson, FileSpreadsheet, FileText, FileType, FileUp, Filter, Fingerprint, Folder, FolderDown, FolderInput, FolderOpen, FolderUp, FormInput, Funnel,
    GitBranch, GitFork, GitMerge, Globe, Hash, History, Hourglass, Image, Inbox, Key, KeyRound, Languages, Layers, Link, List, ListOrdered,
    ListPlus, ListTree, Lock, LogIn, LogOut, Mail, MailOpen, MailPlus, MailSearch, MapPin, Megaphone, MessageSquare, MousePointerClick, OctagonX,
    Package, Paperclip, Pencil, PencilLine, Phone, Pilcrow, Play, Plug, Plus, Regex, Repeat, Repeat2, Replace, Reply, Rows3, Rss, Save, ScanText, Scissors,
    Search, Send, Server, ShieldCheck, Shuffle, Sigma, Signature, Sparkles, Split, SquarePen, SquarePlus, Table, TableProperties, Tag, Terminal,
    Text, TextCursorInput, TextQuote, Timer, Trash, Trash2, Type, Undo2, Upload, User, Users, Variable, Webhook, Workflow, Wrench, Zap, type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';

/* A fixed set: every icon named here is in the bundle, the other thousands are not. Add one when a module asks for it. */
const ALL: Readonly<Record<string, LucideIcon>> = {
    Archive, ArchiveRestore, AtSign, Bell, Binary, Box, Braces, Brackets, Bug, Calculator, Calendar, CalendarClock, CirclePlay, CircleSlash,
    CircleStop, Clock, Cloud, Code, Combine, CornerUpLeft, CreditCard, Crop, Database, Download, Eraser, Eye, File, FileArchive, FileCode, FileDown,
    FileJson, FileSpreadsheet, FileText, FileType, FileUp, Filter, Fingerprint, Folder, FolderDown, FolderInput, FolderOpen, FolderUp, FormInput, Funnel,
    GitBranch, GitFork, GitMerge, Globe, Hash, History, Hourglass, Image, Inbox, Key, KeyRound, Languages, Layers, Link, List, ListOrdered,
    ListPlus, ListTree, Lock, LogIn, LogOut, Mail, MailOpen, MailPlus, MailSearch, MapPin, Megaphone, MessageSquare, MousePointerClick, OctagonX,
    Package, Paperclip, Pencil, PencilLine, Phone, Pilcrow, Play, Plug, Plus, Regex, Repeat, Repeat2, Replace, Reply, Rows3, Rss, Save, ScanText, Scissors,
    Search, Send, Server, ShieldCheck, Shuffle, Sigma, Signature, Sparkles, Split, SquarePen, SquarePlus, Table, TableProperties, Tag, Terminal,
    Text, TextCursorInput, TextQuote, Timer, Trash, Trash2, Type, Undo2, Upload, User, Users, Variable, Webhook, Workflow, Wrench, Zap,
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
