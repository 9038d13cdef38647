using System.Text.Json;
using System.Text.Json.Serialization;
using Moothall.Features.CommunitySafetyHub.Circulation;

namespace Moothall.Features.Partnership.Presets;

/// <summary>
/// Reads the presets that travel inside the product. What every hub of these terms shares (topics, suffixes, legal parameters, the
/// agreement) is in one file; each preset adds its own partnership.
/// </summary>
public static class PresetFile
{
    public const string CannockChase = "cannock-chase";

    public const string Demonstration = "demonstration";

    /// <summary>Names that <see cref="Load"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = [Demonstration, CannockChase];

    /// <exception cref="ArgumentException">No preset has that name.</exception>
    public static Preset Load(string name)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"There is no preset “{name}”. Known are: {string.Join(", ", Names)}.",
                nameof(name)
            );
        }

        return Compose(name);
    }

    /// <summary>A hub of the usual terms without members or people, for a partnership that sets itself up.</summary>
    /// <param name="name">What the partnership is called.</param>
    /// <param name="area">The area it covers.</param>
    public static Preset Own(string name, string area)
    {
        var content = Compose("own");
        return content with
        {
            Partnership = content.Partnership with { Name = name, District = area },
        };
    }

    private static Preset Compose(string name)
    {
        var shared = Read("common", PresetJson.Default.CommonPart);
        var own = Read(name, PresetJson.Default.OwnPart);
        var activity = own.ActivityFile is { } file
            ? Read(file, PresetJson.Default.PresetActivity)
            : null;
        return new Preset(
            own.Partnership,
            own.Protocol,
            own.Bodies,
            own.Memberships,
            shared.Topics,
            own.CommissionerPriorities,
            own.PlanPriorities,
            Worded(shared.Agreement, own.Protocol.Name),
            shared.HistoricSuffixes,
            own.AllowedDomains,
            shared.LegalParameters,
            own.People,
            activity
        );
    }

    private static PresetAgreement Worded(PresetAgreement agreement, string protocol) =>
        agreement with
        {
            Statements =
            [
                .. agreement.Statements.Select(s =>
                    s with
                    {
                        Text = s.Text.Replace("{protocol}", protocol, StringComparison.Ordinal),
                    }
                ),
            ],
        };

    private static T Read<T>(
        string name,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type
    )
    {
        var resource = $"Moothall.Features.Partnership.Presets.{name}.json";
        using var stream =
            typeof(PresetFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not in the assembly.");
        return JsonSerializer.Deserialize(stream, type)
            ?? throw new InvalidOperationException($"{resource} is empty.");
    }
}

/// <summary>The file every preset shares.</summary>
internal sealed record CommonPart(
    IReadOnlyList<PresetTopic> Topics,
    PresetAgreement Agreement,
    IReadOnlyList<HistoricSuffix> HistoricSuffixes,
    IReadOnlyList<PresetLegalParameter> LegalParameters
);

/// <summary>A preset's own file.</summary>
internal sealed record OwnPart(
    PresetPartnership Partnership,
    PresetProtocol Protocol,
    IReadOnlyList<PresetBody> Bodies,
    IReadOnlyList<PresetMembership> Memberships,
    IReadOnlyList<PresetPriority> CommissionerPriorities,
    IReadOnlyList<PresetPriority> PlanPriorities,
    IReadOnlyList<AllowedDomain> AllowedDomains,
    IReadOnlyList<PresetPerson> People,
    string? ActivityFile
);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(CommonPart))]
[JsonSerializable(typeof(OwnPart))]
[JsonSerializable(typeof(PresetActivity))]
internal sealed partial class PresetJson : JsonSerializerContext;
