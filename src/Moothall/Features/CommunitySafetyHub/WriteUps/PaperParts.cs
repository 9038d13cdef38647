namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>The parts of a meeting on paper: the printed pack and the form it is written up on have them alike, in this order.</summary>
public static class PaperParts
{
    public const string People = "1. Who came";
    public const string Items = "2. The items";
    public const string Actions = "3. Actions";
    public const string Times = "4. Start and end";
}
