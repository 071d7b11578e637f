-- What a user of Neovim does, without a screen: opens files, waits for the server, hovers, jumps, completes, renames.
-- Writes what was seen as JSON to the file of $REQTRACE_SEEN and quits.

local seen = {}
local root = vim.env.REQTRACE_FOLDER

local function wait_for(what, condition)
  if not vim.wait(20000, condition, 20) then error(what .. ' did not come') end
end

-- What docs/editors.md says for this version goes into init.lua; its blocks stand there from the newest version to the oldest.
local function set_up()
  local block = vim.lsp.config and 1 or vim.lsp.start and 2 or 3
  dofile(root .. '/setups/' .. block .. '.lua')
end

local function open(path)
  vim.cmd('edit ' .. vim.fn.fnameescape(root .. '/' .. path))
end

local function cursor(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
end

local function here()
  local position = vim.api.nvim_win_get_cursor(0)
  return vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ':t') .. ':' .. position[1]
end

local function text_of_float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
    end
  end
end

local function messages(buffer)
  return vim.tbl_map(function(one) return one.source .. ': ' .. one.message end, vim.diagnostic.get(buffer))
end

local function problems_of_this()
  local buffer = vim.api.nvim_get_current_buf()
  wait_for('a diagnostic', function() return #vim.diagnostic.get(buffer) > 0 end)
  return messages(buffer)
end

local function first_line()
  return vim.api.nvim_buf_get_lines(0, 0, 1, false)[1]
end

local function run()
  set_up()
  open('src/wrong.js')
  seen.diagnostics = problems_of_this()
  open('src/late.js')
  seen.late = problems_of_this()

  open('test/stock.test.js')
  cursor(1, 16)
  vim.lsp.buf.hover()
  wait_for('a hover', text_of_float)
  seen.hover = text_of_float()

  vim.lsp.buf.definition()
  wait_for('the definition', function() return here():match('^launch.md') end)
  seen.definition = here()

  open('src/new.js')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, { '// @implements ' })
  cursor(1, 14)
  -- As a key press in insert mode leaves it, the cursor stands behind the last character.
  local params = vim.lsp.util.make_position_params(0, 'utf-16')
  params.position.character = 15
  for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/completion', params, 20000) or {}) do
    seen.completion = vim.tbl_map(function(item) return item.label end, (answer.result or {}).items or {})
  end

  open('src/other.js')
  cursor(1, 16)
  problems_of_this()
  vim.ui.select = function(items, options, choose)
    for at, item in ipairs(items) do
      if options.format_item(item):match('^Change to IP%-1%.1$') then return choose(item, at) end
    end
  end
  vim.lsp.buf.code_action()
  wait_for('the action', function() return first_line():match('IP%-1%.1') end)
  seen.action = first_line()

  open('src/stock.js')
  cursor(1, 16)
  vim.lsp.buf.rename('IP-7')
  wait_for('the rename', function() return first_line():match('IP%-7') end)
  seen.rename = first_line()

  open('src/late.js')
  problems_of_this()
  local extra = assert(io.open(root .. '/docs/extra.md', 'w'))
  extra:write('## IP-1.7: Later\n')
  extra:close()
  local late = vim.api.nvim_get_current_buf()
  wait_for('the change on the disk', function() return #vim.diagnostic.get(late) == 0 end)
  seen.external = 'seen'
end

local done, failure = pcall(run)
if not done then seen.failure = tostring(failure) end
local file = assert(io.open(vim.env.REQTRACE_SEEN, 'w'))
file:write(vim.fn.json_encode(seen))
file:close()
vim.cmd('qall!')
