namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>What is wrong with something that was typed, and where to say it.</summary>
/// <param name="Field">The field of its row, or of the page; empty where it belongs to no field.</param>
/// <param name="Words">A sentence for whoever typed it.</param>
public sealed record PaperProblem(string Field, string Words)
{
    /// <summary>The key of the row it is about; empty where it is about no row.</summary>
    public string Row { get; init; } = "";
}
