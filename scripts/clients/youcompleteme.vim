set nocompatible hidden noswapfile
filetype plugin on
let g:ycm_confirm_extra_conf = 0
let g:ycm_auto_hover = ''
let g:ycm_key_invoke_completion = '<C-l>'
let g:ycm_server_python_interpreter = '/usr/bin/python3'
let g:ycm_always_populate_location_list = 1
let g:ycm_enable_semantic_highlighting = 0
" What docs/editors.md has people write.
let g:ycm_language_server = [{'name': 'reqtrace', 'cmdline': ['reqtrace', 'lsp', '--stdio'], 'filetypes': ['markdown', 'javascript'], 'project_root_files': ['reqtrace.yaml']}]
let g:ycm_filetype_blacklist = {}

function! ClientStart() abort
  packadd youcompleteme
  call youcompleteme#Enable()
endfunction

function! ClientOpened() abort
endfunction

function! ClientProblems() abort
  return map(filter(getloclist(0), 'v:val.bufnr == bufnr("%")'), 'v:val.text')
endfunction

function! ClientReady() abort
  return 1
endfunction

function! ClientHover() abort
  YcmCompleter GetHover
endfunction

function! ClientDefinition() abort
  YcmCompleter GoTo
endfunction

" Its menu selects nothing by itself.
function! ClientComplete() abort
  call feedkeys("A\<C-l>", 't')
  call timer_start(200, {-> pumvisible() && getline('.') !~# 'IP-' ? feedkeys("\<C-n>", 't') : 0}, {'repeat': 50})
endfunction

" Asks for the number of an action, and the one with this title is the first.
function! ClientAction(title) abort
  call timer_start(2000, {-> feedkeys("1\<CR>", 't')})
  YcmCompleter FixIt
endfunction

function! ClientRename(name) abort
  call timer_start(2000, {-> feedkeys('o', 'L')})
  execute 'YcmCompleter RefactorRename ' . a:name
endfunction

execute 'source ' . fnameescape(expand('<sfile>:p:h') . '/script.vim')
