using System.Text;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Platform.Documents.Outlines;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>The two plans among the sample documents, which stand beside the project; where they are absent the test says so.</summary>
internal static class Seeds
{
    /// <summary>The flat plan of 2024/25 (S2).</summary>
    public const string Flat = "002_5be381dfcd4e3d9f.txt";

    /// <summary>The matrix plan of 2023-24 (S4).</summary>
    public const string Matrix = "004_6155fac2e07d2278.txt";

    public static readonly PlanWorld World = new(new(2026, 11, 23), []);

    public static byte[] Content(string name)
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var file = Path.Combine(folder.FullName, "shared", "seeds", name);
            if (File.Exists(file))
            {
                return File.ReadAllBytes(file);
            }
        }

        Assert.Skip($"The sample document shared/seeds/{name} is not here.");
        return [];
    }

    public static PlanReading Read(string seed) => Read(Content(seed), seed);

    public static PlanReading Read(
        byte[] content,
        string name,
        params (string Question, string Answer)[] answers
    )
    {
        var outline = OutlineReader.Read(content, name);
        Assert.Equal("", outline.Refusal);
        return PlanReader.Read(
            outline,
            name,
            World,
            answers.ToDictionary(one => one.Question, one => one.Answer)
        );
    }

    public static PlanReading ReadText(
        string text,
        string name = "plan.txt",
        params (string Question, string Answer)[] answers
    ) => Read(Encoding.UTF8.GetBytes(text), name, answers);
}
