" What a user of Vim does, without a screen: one script for all plugins, whose files define the functions that it calls and then source it. What is typed is
" taken only while no function runs, so each step begins something, and a timer looks whether it has come. Writes what was seen as JSON to the file of
" $REQTRACE_SEEN.
let s:seen = {}

function! s:Open(file) abort
  execute 'edit ' . fnameescape($REQTRACE_FOLDER . '/' . a:file)
  call ClientOpened()
endfunction

function! s:At(file, column) abort
  call s:Open(a:file)
  call cursor(1, a:column)
endfunction

function! s:Preview() abort
  for l:window in range(1, winnr('$'))
    if getwinvar(l:window, '&previewwindow') | return join(getbufline(winbufnr(l:window), 1, '$'), "\n") | endif
  endfor
  return ''
endfunction

function! s:Line(file, pattern) abort
  return matchstr(get(getbufline(bufnr(a:file), 1), 0, ''), '.*' . a:pattern . '.*')
endfunction

function! s:Start() abort
  call ClientStart()
  call s:Open('src/wrong.js')
endfunction

function! s:Complete() abort
  pclose!
  call s:Open('src/new.js')
  call setline(1, '// @implements I')
  call ClientComplete()
endfunction

function! s:Elsewhere() abort
  call writefile(['## IP-1.7: Later'], $REQTRACE_FOLDER . '/docs/extra.md')
endfunction

let s:steps = [
  \ ['diagnostics', function('s:Start'), function('ClientProblems')],
  \ ['late', {-> s:Open('src/late.js')}, function('ClientProblems')],
  \ ['', {-> s:At('test/stock.test.js', 17)}, function('ClientReady')],
  \ ['hover', function('ClientHover'), function('s:Preview')],
  \ ['definition', function('ClientDefinition'), {-> expand('%:t') is# 'launch.md' ? 'launch.md:' . line('.') : ''}],
  \ ['completion', function('s:Complete'), {-> s:Line('src/new.js', 'IP-')}],
  \ ['', {-> feedkeys("\<C-y>\<Esc>", 't')}, {-> mode() is# 'n'}],
  \ ['', {-> s:At('src/other.js', 17)}, function('ClientProblems')],
  \ ['action', {-> ClientAction('Change to IP-1.1')}, {-> s:Line('src/other.js', 'IP-1\.1')}],
  \ ['', {-> s:At('src/stock.js', 17)}, function('ClientReady')],
  \ ['rename', {-> ClientRename('IP-7')}, {-> s:Line('src/stock.js', 'IP-7')}],
  \ ['', {-> s:Open('src/late.js')}, function('ClientProblems')],
  \ ['external', function('s:Elsewhere'), {-> empty(ClientProblems()) ? 'seen' : ''}],
  \ ]

function! s:Begin() abort
  let s:waited = 0
  if !empty(s:steps) | call s:steps[0][1]() | endif
endfunction

function! s:Look(timer) abort
  try
    let l:found = s:steps[0][2]()
    let s:waited += 1
    if empty(l:found) && s:waited < 200 | return | endif
    let [l:what; l:_] = remove(s:steps, 0)
    if empty(l:found) | throw (empty(l:what) ? 'what comes before ' . s:steps[0][0] : l:what) . ' did not come' | endif
    if !empty(l:what) | let s:seen[l:what] = l:found | endif
    call s:Begin()
  catch
    let s:seen.failure = v:exception . ' at ' . v:throwpoint
    let s:steps = []
  endtry
  if !empty(s:steps) | return | endif
  call writefile([json_encode(s:seen)], $REQTRACE_SEEN)
  qall!
endfunction

call s:Begin()
call timer_start(100, function('s:Look'), {'repeat': -1})
