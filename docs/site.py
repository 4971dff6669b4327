#!/usr/bin/env python3
"""The site beside what Doxygen does: scripts/docs.sh and docs/Doxyfile call this.

  site.py page FILE      a Markdown file as Doxygen understands it, on standard output: headings
                         have names, and links to pages, headings, pictures and sources lead there
  site.py sources SITE   a page of the site for every source that a Markdown file links
  site.py mend SITE      links of Doxygen's own lists that lead nowhere lead to the page
  site.py links SITE     fails if a link of the site leads nowhere
  site.py coverage XML   public entities documented, of all
"""
import functools
import glob
import html
import os
import re
import sys
import urllib.parse
import xml.etree.ElementTree as xml

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGES = sorted(glob.glob(f'{ROOT}/*.md') + glob.glob(f'{ROOT}/docs/*.md'))
LINK = re.compile(r'\]\(([^)\s]+)\)')
FENCE = re.compile(r'^ *```')


def page_name(path):
    """The name that a page has in the site; Doxygen has pages such as functions.html of its own."""
    stem = os.path.splitext(os.path.basename(path))[0]
    return 'index' if path == f'{ROOT}/README.md' else f'page_{stem.lower()}'


def heading_name(heading):
    """What GitHub makes of a heading."""
    text = re.sub(r'\]\([^)]*\)', '', heading).lower()
    return re.sub(r'[^\w -]', '', text).replace(' ', '-')


def source_page(path):
    return 'source_' + re.sub(r'[^a-z0-9]+', '_', os.path.relpath(path, ROOT).lower()) + '.html'


def split_target(page, target):
    path, _, fragment = target.partition('#')
    full = os.path.normpath(os.path.join(os.path.dirname(page), path)) if path else page
    return full, fragment


def is_local(target):
    return not re.match(r'[a-z]+:', target)


def where_to(page, target):
    """A link of a Markdown file as a link of the site."""
    path, fragment = split_target(page, target)
    if not is_local(target):
        return target
    if path in PAGES:
        name = page_name(path)
        return f'{name}.html#{name}_{fragment}' if fragment else f'{name}.html'
    if path.endswith('.svg') or path.endswith('.png'):
        return os.path.basename(path)
    return source_page(path)


def lines_outside_code(text):
    """Pairs of a line and whether it is prose."""
    in_code = False
    for line in text.split('\n'):
        fence = FENCE.match(line)
        yield line, not in_code and not fence
        if fence:
            in_code = not in_code


def prose_of(page, line):
    """A line with the links of the site, as HTML: Doxygen would look for them in its own index."""
    def link(match):
        return f'<a href="{where_to(page, match[2])}">{match[1]}</a>' if is_local(match[2]) else match[0]

    def picture(match):
        return f'<img src="{where_to(page, match[2])}" alt="{match[1]}"/>'

    line = re.sub(r'!\[([^\]]*)\]\(([^)\s]+)\)', picture, line)
    line = re.sub(r'(?<!\\)\[([^\]\[]*)\]\(([^)\s]+)\)', link, line)
    return re.sub(r'(href|src)="([^"]+)"', lambda m: m[0] if m[2].endswith('.html') else
                  f'{m[1]}="{where_to(page, m[2])}"', line) if page_uses_html(line) else line


def page_uses_html(line):
    return re.search(r'(href|src)="(?![^"]*\.html)[^"#:]+\.(md|svg|png)', line) is not None


def page(path):
    path = os.path.abspath(path)
    name, first, used, label = page_name(path), True, {}, False
    out = []
    with open(path, encoding='utf-8') as file:
        text = file.read()
    text = re.sub(r'\[([^\]]*)\n([^\]]*)\]\(', r'[\1 \2](', text)  # a link on one line
    for line, prose in lines_outside_code(text):
        heading = re.match(r'^(#+) +(.*?) *$', line) if prose else None
        if prose and re.match(r'^<!-- example', line):
            continue
        if heading and first:
            first = False
            line = f'# {heading[2]} {{#{"mainpage" if name == "index" else name}}}'
        elif heading:
            anchor = heading_name(heading[2])
            used[anchor] = used.get(anchor, 0) + 1
            anchor += f'-{used[anchor] - 1}' if used[anchor] > 1 else ''
            line = f'{heading[1]} {heading[2]} {{#{name}_{anchor}}}'
        elif prose:
            line = prose_of(path, line)
        elif FENCE.match(line):
            line = re.sub(r'```(\w+)', lambda m: '```{.' + m[1] + '}', line)
        out.append(line)
    print('\n'.join(out))


def linked_sources():
    for path in PAGES:
        with open(path, encoding='utf-8') as file:
            text = file.read()
        for line, prose in lines_outside_code(text):
            for target in LINK.findall(line) if prose else []:
                full, _ = split_target(path, target)
                if is_local(target) and full not in PAGES and not full.endswith(('.svg', '.png')):
                    yield full


HEAD = '''<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="doxygen.css"><link rel="stylesheet" href="style.css"></head>
<body><div class="contents source"><p><a href="index.html">ctgrad</a></p><h1>{title}</h1>
'''


def sources(site):
    for path in sorted(set(linked_sources())):
        title = os.path.relpath(path, ROOT)
        body = HEAD.format(title=html.escape(title))
        if os.path.isdir(path):
            body += '<p>A folder:</p><pre>' + '\n'.join(sorted(os.listdir(path))) + '</pre>'
        else:
            with open(path, encoding='utf-8', errors='replace') as file:
                lines = file.read().rstrip('\n').split('\n')
            body += '<pre>' + '\n'.join(html.escape(line) for line in lines[:1500]) + '</pre>'
        with open(f'{site}/{source_page(path)}', 'w', encoding='utf-8') as file:
            file.write(body + '</div></body></html>\n')


@functools.lru_cache(maxsize=None)
def anchors_of(path):
    with open(path, encoding='utf-8', errors='replace') as file:
        return set(re.findall(r'(?:id|name)="([^"]+)"', file.read()))


def mend(site):
    """Links of Doxygen's own lists to what it shows on no page (friends, private classes) lead to the
    page instead."""
    for path in sorted(glob.glob(f'{site}/*.html')):
        with open(path, encoding='utf-8', errors='replace') as file:
            text = file.read()

        def whole(match):
            target = f'{site}/{match[1]}' if match[1] else path
            known = not os.path.exists(target) or match[2] in anchors_of(target)
            return match[0] if known else f'href="{match[1] or os.path.basename(path)}"'

        mended = re.sub(r'href="([^"#:]*)#(nested-classes|a[0-9a-f]{32})"', whole, text)
        if mended != text:
            with open(path, 'w', encoding='utf-8') as file:
                file.write(mended)


def links(site):
    checked, dead = 0, []
    for path in sorted(glob.glob(f'{site}/*.html')):
        with open(path, encoding='utf-8', errors='replace') as file:
            text = file.read()
        for target in re.findall(r'(?:href|src)="([^"]+)"', text):
            target = html.unescape(target)
            if re.match(r'[a-z]+:', target) or '$relpath' in target:
                continue
            file_name, _, fragment = target.partition('#')
            full = os.path.join(site, urllib.parse.unquote(file_name)) if file_name else path
            checked += 1
            if not os.path.exists(full):
                dead.append(f'{os.path.basename(path)}: {target} does not exist')
            elif fragment and full.endswith('.html'):
                if urllib.parse.unquote(fragment) not in anchors_of(full):
                    dead.append(f'{os.path.basename(path)}: {target} has no such place')
    print(f'{checked} links, {len(dead)} dead')
    if dead:
        sys.exit('\n'.join(dead[:40]))


def text_of(element):
    return ''.join(element.itertext()).strip() if element is not None else ''


def entities(folder):
    """Every public entity of the reference with what is said about it."""
    for path in glob.glob(f'{folder}/*.xml'):
        for compound in xml.parse(path).getroot().findall('compounddef'):
            kind = compound.get('kind')
            if compound.get('prot') in ('private', 'protected') or compound.findtext('compoundname') == 'std':
                continue
            if kind in ('class', 'struct', 'concept'):
                yield compound, compound.findtext('compoundname')
            if kind in ('class', 'struct', 'namespace', 'file'):
                for member in compound.iter('memberdef'):
                    if kind == 'file' and not (member.findtext('name') or '').startswith(('CTGRAD_FUNCTION', 'CTGRAD_VERSION')):
                        continue
                    text = member.findtext('argsstring') or ''
                    name = member.findtext('name') or ''
                    silent = text.endswith(('=delete', '=default')) or name.startswith('~')
                    if member.get('prot') == 'public' and not silent:
                        yield member, f'{compound.findtext("compoundname")}::{name}'


def coverage(folder):
    said = {}
    for element, name in entities(folder):
        about = text_of(element.find('briefdescription')) + text_of(element.find('detaileddescription'))
        said[element.get('id')] = (name, bool(about))
    missing = sorted(name for name, documented in said.values() if not documented)
    print(f'public entities documented: {len(said) - len(missing)} of {len(said)}')
    if missing or not said:
        sys.exit('without a word:\n' + '\n'.join(missing))


if __name__ == '__main__':
    actions = {'page': page, 'sources': sources, 'mend': mend, 'links': links, 'coverage': coverage}
    actions[sys.argv[1]](sys.argv[2])
