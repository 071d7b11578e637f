set nocompatible hidden noswapfile
execute 'set runtimepath^=' . fnameescape($VIM_LSP_PATH)
filetype plugin on
let g:lsp_diagnostics_virtual_text_enabled = 0
let g:lsp_hover_ui = 'preview'
let g:lsp_code_action_ui = 'preview'

function! ClientStart() abort
  runtime! plugin/lsp.vim
  " What docs/editors.md has people write.
  call lsp#register_server({'name': 'reqtrace', 'cmd': ['reqtrace', 'lsp', '--stdio'], 'root_uri': {-> lsp#utils#path_to_uri(getcwd())}, 'allowlist': ['*']})
  call lsp#enable()
endfunction

function! ClientOpened() abort
  setlocal omnifunc=lsp#complete
endfunction

function! ClientProblems() abort
  let l:of = get(lsp#internal#diagnostics#state#_get_all_diagnostics_grouped_by_server_for_uri(lsp#utils#get_buffer_uri()), 'reqtrace', {})
  return map(copy(get(get(l:of, 'params', {}), 'diagnostics', [])), 'v:val.message')
endfunction

function! ClientReady() abort
  return lsp#get_server_status('reqtrace') is# 'running'
endfunction

function! ClientHover() abort
  LspHover
endfunction

function! ClientDefinition() abort
  LspDefinition
endfunction

function! ClientComplete() abort
  call feedkeys("A\<C-x>\<C-o>", 't')
endfunction

" The list of actions is a window in which a person types a part of the title, and presses Enter when it is the first.
function! ClientAction(title) abort
  LspCodeAction
  call timer_start(600, {-> feedkeys(a:title, 't')})
  call timer_start(1500, {-> feedkeys("\<CR>", 't')})
endfunction

function! ClientRename(name) abort
  LspRename
  call timer_start(1000, {-> feedkeys("\<C-u>" . a:name . "\<CR>", 't')})
endfunction

execute 'source ' . fnameescape(expand('<sfile>:p:h') . '/script.vim')
