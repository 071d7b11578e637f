set nocompatible hidden noswapfile
set runtimepath^=/usr/share/vim-ale
filetype plugin on
let g:ale_linters_explicit = 1
let g:ale_linters = {'javascript': ['reqtrace'], 'markdown': ['reqtrace']}
let g:ale_hover_to_preview = 1
let g:ale_lint_delay = 0

function! ClientStart() abort
  runtime! plugin/ale.vim
  " What docs/editors.md has people write.
  for l:type in ['markdown', 'javascript', 'python']
    call ale#linter#Define(l:type, {'name': 'reqtrace', 'lsp': 'stdio', 'executable': 'reqtrace', 'command': '%e lsp --stdio', 'project_root': {-> getcwd()}})
  endfor
  runtime autoload/ale/util.vim
  " It asks with input(), which has nobody to ask here.
  function! ale#util#Input(message, ...) abort
    for l:line in split(a:message, "\n")
      if l:line =~# s:answer . '$' | return matchstr(l:line, '^\d\+') | endif
    endfor
    return s:answer
  endfunction
endfunction

function! ClientOpened() abort
  setlocal omnifunc=ale#completion#OmniFunc
  ALELint
endfunction

function! ClientProblems() abort
  return map(copy(get(get(g:ale_buffer_info, bufnr('%'), {}), 'loclist', [])), 'v:val.text')
endfunction

function! ClientReady() abort
  return !ale#engine#IsCheckingBuffer(bufnr('%'))
endfunction

function! ClientHover() abort
  ALEHover
endfunction

function! ClientDefinition() abort
  ALEGoToDefinition
endfunction

function! ClientComplete() abort
  call feedkeys("A\<C-x>\<C-o>", 't')
endfunction

function! ClientAction(title) abort
  let s:answer = a:title
  ALECodeAction
endfunction

function! ClientRename(name) abort
  let s:answer = a:name
  ALERename
endfunction

execute 'source ' . fnameescape(expand('<sfile>:p:h') . '/script.vim')
