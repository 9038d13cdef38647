namespace Moothall.Features.Partnership.Presets;

/// <summary>Which of the plan's priorities a topic serves (S0-9), by the plan's short forms.</summary>
internal static class DemonstrationPriorities
{
    private static readonly Dictionary<string, string> ByTopic = new(StringComparer.Ordinal)
    {
        ["Anti-Social Behaviour"] = "ASB",
        ["Arson"] = "ASB",
        ["Vulnerable Places"] = "ASB",
        ["Domestic Abuse"] = "DA",
        ["Honour Based Violence"] = "SV",
        ["Alcohol and Drug Misuse"] = "DCL",
        ["Organised Crime Groups"] = "DCL",
        ["Street Gangs/Street Violence and Vulnerability"] = "SV",
        ["‘Prevent’ and Terrorism Related Information"] = "CCE",
        ["Adults at Risks"] = "SVP",
        ["Children at Risk"] = "SVP",
        ["Child Sexual Exploitation"] = "SVP",
        ["Modern Day Slavery"] = "SVP",
        ["Mental Health Concerns"] = "SVP",
        ["Vulnerable People"] = "SVP",
        ["Welfare Issues"] = "SVP",
        ["Crime Trends, Campaigns and Events"] = "FR",
    };

    /// <summary>The short forms, each once.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> topics) =>
        topics.Where(ByTopic.ContainsKey).Select(topic => ByTopic[topic]).Distinct();
}
