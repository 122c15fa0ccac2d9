-- Run by neovim.ts inside Neovim 0.7 or newer; prints what it saw, one "key: value" a line.
local file = vim.env.PORTOLAN_FILE

local function say(key, value)
  io.stdout:write(key .. ': ' .. tostring(value):gsub('\n', ' ') .. '\n')
end

local encoding = 'utf-16'

-- Behind the first character of the text, which may go over lines.
local function position(text)
  local all = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  local before = all:sub(1, assert(all:find(text, 1, true), text .. ' is not in the file'))
  return { line = select(2, before:gsub('\n', '')), character = #before:match('[^\n]*$') }
end

local function line(number)
  return vim.api.nvim_buf_get_lines(0, number, number + 1, true)[1]
end

local ok, problem = pcall(function()
  vim.cmd('luafile ' .. vim.fn.fnameescape(vim.env.PORTOLAN_RECIPE))
  vim.cmd('cd ' .. vim.fn.fnameescape(vim.fn.fnamemodify(file, ':h')))
  vim.cmd('filetype on')
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local buffer = vim.api.nvim_get_current_buf()
  local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
  vim.wait(15000, function() return #clients() > 0 end, 50)
  local client = assert(clients()[1], 'the server does not start').id
  local here = { uri = vim.uri_from_bufnr(buffer) }

  local function request(method, parameters)
    local answers = assert(vim.lsp.buf_request_sync(buffer, method, parameters, 10000), 'no answer to ' .. method)
    return answers[client] and answers[client].result
  end

  vim.wait(15000, function() return #vim.diagnostic.get(buffer) > 0 end, 50)
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    say('diagnostic', diagnostic.message)
  end

  local hover = request('textDocument/hover', { textDocument = here, position = position('5432:5432') })
  say('hover', hover and (hover.contents.value or hover.contents) or 'none')

  local references = request('textDocument/references', {
    textDocument = here,
    position = position(':5432"'),
    context = { includeDeclaration = true },
  })
  for _, reference in ipairs(vim.lsp.util.locations_to_items(references or {}, encoding)) do
    say('reference', reference.text)
  end

  local start = position('5432:5432')
  local actions = request('textDocument/codeAction', {
    textDocument = here,
    range = { start = start, ['end'] = start },
    context = { diagnostics = {} },
  })
  for _, action in ipairs(actions or {}) do
    say('action', action.title)
    if action.title == 'Publish on 127.0.0.1 only' then
      vim.lsp.util.apply_workspace_edit(action.edit, encoding)
    elseif action.title:find('portolan.json', 1, true) and action.title:find('^Add') then
      vim.lsp.util.apply_workspace_edit(action.edit, encoding)
      local plan = vim.fn.bufnr('portolan.json')
      say('planned', plan > 0 and table.concat(vim.api.nvim_buf_get_lines(plan, 0, -1, false), ' ') or 'no file')
    end
  end
  say('bound', line(start.line))

  local name = position('9464')
  local rename = request('textDocument/rename', { textDocument = here, position = name, newName = '9465' })
  vim.lsp.util.apply_workspace_edit(rename, encoding)
  say('renamed', line(name.line))
  say('renamed too', line(position('9465"\n\n').line))

  local below = position('6379:6379').line + 1
  vim.api.nvim_buf_set_lines(buffer, below, below, true, { '      - "127.0.0.1:' })
  local completion = request('textDocument/completion', {
    textDocument = here,
    position = { line = below, character = #line(below) },
  })
  for _, item in ipairs(completion and completion.items or completion or {}) do
    say('completion', item.label)
  end
  vim.lsp.stop_client(client)
end)
if not ok then
  say('error', problem)
  vim.cmd('cquit 1')
end
vim.cmd('qall!')
