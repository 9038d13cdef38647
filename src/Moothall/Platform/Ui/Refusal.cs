namespace Moothall.Platform.Ui;

/// <summary>Why a person may not do something they can see, for the page that says so. Set as a feature of the request.</summary>
public sealed record Refusal(string Reason)
{
    /// <summary>Leaves the reason for the error page; the caller still answers 403.</summary>
    public static void Because(HttpContext context, string reason) =>
        context.Features.Set(new Refusal(reason));
}
