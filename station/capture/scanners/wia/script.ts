/**
 * PowerShell over the automation layer of Windows Image Acquisition 2.0. It reads one order as a line of JSON, answers in
 * lines of JSON (`answers.ts`), and for a scan waits for an empty line before each page. Numbers are property and format ids
 * of the WIA documentation.
 */
export const wiaScript = `
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = New-Object Text.UTF8Encoding $false
$order = [Console]::In.ReadLine() | ConvertFrom-Json
function Say($answer) { [Console]::Out.WriteLine((ConvertTo-Json $answer -Compress -Depth 4)); [Console]::Out.Flush() }
function Find-Property($properties, $id) { foreach ($p in $properties) { if ($p.PropertyID -eq $id) { return $p } } }
function Read-Property($properties, $id) { $p = Find-Property $properties $id; if ($p) { return $p.Value } }
function Write-Property($properties, $id, $value) { $p = Find-Property $properties $id; if ($p) { $p.Value = $value } }
function Connect-Scanner($address) {
  foreach ($info in (New-Object -ComObject WIA.DeviceManager).DeviceInfos) {
    if ($info.DeviceID -eq $address) { return $info.Connect() }
  }
  throw (New-Object Runtime.InteropServices.COMException 'not there', 0x80210005)
}
try {
  if ($order.kind -eq 'list') {
    $devices = @()
    foreach ($info in (New-Object -ComObject WIA.DeviceManager).DeviceInfos) {
      if ($info.Type -eq 1) { $devices += @{ address = $info.DeviceID; name = [string](Read-Property $info.Properties 7) } }
    }
    Say @{ kind = 'devices'; devices = @($devices) }
    exit 0
  }
  $device = Connect-Scanner $order.address
  $item = $device.Items.Item(1)
  if ($order.kind -eq 'describe') {
    $resolution = Find-Property $item.Properties 6147
    $values = @(); if ($resolution.SubType -eq 2) { foreach ($v in $resolution.SubTypeValues) { $values += [int]$v } }
    $range = $null; if ($resolution.SubType -eq 1) { $range = @([int]$resolution.SubTypeMin, [int]$resolution.SubTypeMax) }
    Say @{ kind = 'device'; handling = [int](Read-Property $device.Properties 3086); resolutions = @($values); range = $range
      bed = @([int](Read-Property $device.Properties 3074), [int](Read-Property $device.Properties 3075))
      sheet = @([int](Read-Property $device.Properties 3076), [int](Read-Property $device.Properties 3077)) }
    exit 0
  }
  Write-Property $device.Properties 3088 $order.handling
  Write-Property $device.Properties 3096 1
  Write-Property $item.Properties 6146 $order.intent
  Write-Property $item.Properties 6147 $order.dpi
  Write-Property $item.Properties 6148 $order.dpi
  Write-Property $item.Properties 6149 0
  Write-Property $item.Properties 6150 0
  Write-Property $item.Properties 6151 $order.widthPx
  Write-Property $item.Properties 6152 $order.heightPx
  $page = 0
  while ($null -ne [Console]::In.ReadLine()) {
    $picture = $item.Transfer('{B96B3CAB-0728-11D3-9D7B-0000F81EF32E}')
    $convert = New-Object -ComObject WIA.ImageProcess
    $convert.Filters.Add($convert.FilterInfos.Item('Convert').FilterID)
    $convert.Filters.Item(1).Properties.Item('FormatID').Value = '{B96B3CAF-0728-11D3-9D7B-0000F81EF32E}'
    $page += 1
    $path = Join-Path $order.folder "$page.png"
    $convert.Apply($picture).SaveFile($path)
    Say @{ kind = 'page'; path = $path }
    if (-not $order.feeder) { exit 0 }
  }
} catch {
  $cause = $_.Exception; while ($cause.InnerException) { $cause = $cause.InnerException }
  Say @{ kind = 'failed'; code = ('{0:x8}' -f $cause.HResult) }
  exit 1
}
`;

/** Arguments of Windows PowerShell for a script given as text; its input stays free for orders. */
export function powerShellArguments(script: string): string[] {
  const encoded = Buffer.from(script, 'utf16le').toString('base64');
  return ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded];
}
