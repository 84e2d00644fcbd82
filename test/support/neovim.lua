-- Drives the language server through Neovim's own LSP client and prints one line of JSON.
-- NVIM_JOB holds what to do: the server's command, its settings, and the files to visit. Written for Neovim 0.7 and later.
local job = vim.json.decode(vim.env.NVIM_JOB)

local function finish(result)
  io.stdout:write("RESULT " .. vim.json.encode(result) .. "\n")
  vim.cmd("qall!")
end

local function wait(what, condition)
  if not vim.wait(30000, condition, 20) then
    error("waited in vain for " .. what)
  end
end

local client_id = vim.lsp.start_client({
  name = "cognito-client",
  cmd = job.cmd,
  root_dir = job.root,
  settings = job.settings,
  -- From 0.8 on Neovim sends these by itself, and answers when it is asked for them.
  on_init = function(client)
    client.notify("workspace/didChangeConfiguration", { settings = job.settings })
  end,
})

local function diagnostics_of(buffer)
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    local lsp = each.user_data and each.user_data.lsp or {}
    table.insert(found, {
      code = lsp.code or each.code,
      source = each.source,
      message = each.message,
      severity = vim.diagnostic.severity[each.severity],
      text = vim.api.nvim_buf_get_text(buffer, each.lnum, each.col, each.end_lnum, each.end_col, {})[1],
    })
  end
  return found
end

local function has_code(buffer, code)
  for _, each in ipairs(diagnostics_of(buffer)) do
    if each.code == code then
      return each
    end
  end
end

local function request(buffer, method, params)
  local answers = assert(vim.lsp.buf_request_sync(buffer, method, params, 30000))
  local answer = assert(answers[client_id], "no answer to " .. method)
  assert(answer.err == nil, vim.inspect(answer.err))
  return answer.result
end

local function cursor_at(buffer, needle)
  for line, text in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local at = text:find(needle, 1, true)
    if at then
      vim.api.nvim_win_set_cursor(0, { line, at - 1 })
      return
    end
  end
  error("not in the file: " .. needle)
end

local function visit(file)
  vim.cmd("edit " .. vim.fn.fnameescape(file.path))
  local buffer = vim.api.nvim_get_current_buf()
  vim.lsp.buf_attach_client(buffer, client_id)
  wait("the first diagnostics of " .. file.path, function()
    return has_code(buffer, file.code) ~= nil
  end)
  local client = vim.lsp.get_client_by_id(client_id)
  local result = { filetype = vim.bo[buffer].filetype, diagnostics = diagnostics_of(buffer) }

  -- A quick fix, as :lua vim.lsp.buf.code_action() asks for it and applies it.
  cursor_at(buffer, file.fix_at)
  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer) }
  result.actions = {}
  for _, action in ipairs(request(buffer, "textDocument/codeAction", params)) do
    table.insert(result.actions, action.title)
    if action.title == file.fix then
      vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
    end
  end
  wait("the diagnostics after the fix of " .. file.path, function()
    return has_code(buffer, file.code) == nil
  end)

  -- The user types on (`|` is where the cursor ends), then completes; accepting is applying the item's own edit.
  cursor_at(buffer, file.type_before)
  local at = vim.api.nvim_win_get_cursor(0)
  local before, after = file.type:match("^(.-)|(.*)$")
  vim.api.nvim_buf_set_text(buffer, at[1] - 1, at[2], at[1] - 1, at[2], vim.split(before .. after, "\n"))
  local column = at[2] + #before
  vim.api.nvim_win_set_cursor(0, { at[1], column })
  local position = vim.lsp.util.make_position_params(0, client.offset_encoding)
  position.position.character =
    vim.lsp.util._str_utfindex_enc(vim.api.nvim_get_current_line(), column, client.offset_encoding)
  local list = request(buffer, "textDocument/completion", position)
  result.completions = {}
  for _, item in ipairs(vim.lsp.util.text_document_completion_list_to_complete_items(list, "")) do
    table.insert(result.completions, item.abbr)
  end
  for _, item in ipairs(list.items) do
    if item.label == file.accept then
      result.plain = item.insertTextFormat ~= 2
      vim.lsp.util.apply_text_edits({ item.textEdit }, buffer, client.offset_encoding)
    end
  end
  cursor_at(buffer, file.accept)
  result.hover = request(buffer, "textDocument/hover", vim.lsp.util.make_position_params(0, client.offset_encoding))
  result.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
  return result
end

local ok, result = pcall(function()
  local results = {}
  for _, file in ipairs(job.files) do
    table.insert(results, visit(file))
  end
  return { version = tostring(vim.version().major) .. "." .. tostring(vim.version().minor), files = results }
end)
finish(ok and result or { error = tostring(result) })
