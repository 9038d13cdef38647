using System.Text.Json;
using Moothall.Platform.Documents.Tables;

namespace Moothall.Platform.Documents.Doubts;

/// <summary>A file that a command was given, and the answers to what it asks.</summary>
public static class CommandFile
{
    /// <summary>Reads both; the problem says in words what cannot be read.</summary>
    public static async Task<(
        byte[] Content,
        Dictionary<string, string> Answers,
        string? Problem
    )> ReadAsync(string file, string answersFile)
    {
        try
        {
            if (new FileInfo(file).Length > TableReader.LargestFile)
            {
                return ([], [], "This file is larger than 10 MB. Bring it in in parts.");
            }

            var answers =
                answersFile.Length == 0
                    ? []
                    : JsonSerializer.Deserialize<Dictionary<string, string>>(
                        await File.ReadAllTextAsync(answersFile)
                    ) ?? [];
            return (await File.ReadAllBytesAsync(file), answers, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ([], [], $"The file cannot be opened: {fault.Message}");
        }
        catch (JsonException)
        {
            return (
                [],
                [],
                "The file of answers must be one JSON object of questions and their answers."
            );
        }
    }
}
