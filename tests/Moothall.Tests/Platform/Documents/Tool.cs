using System.Diagnostics;

namespace Moothall.Tests.Platform.Documents;

/// <summary>Runs a program of Debian by which the product's files are judged. A missing one fails the test.</summary>
internal static class Tool
{
    public static async Task<(int Code, string Output)> RunAsync(
        string program,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new InvalidOperationException(
                $"The program {program} is needed by this test. ./moot test installs it.",
                error
            );
        }

        using (process)
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await errors);
        }
    }
}
