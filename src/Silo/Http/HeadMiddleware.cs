namespace Fulcrum.Silo.Http;

/// <summary>Answers HEAD as GET: the path does the same, and the server leaves the body out.</summary>
internal sealed class HeadMiddleware(RequestDelegate next)
{
    private static readonly object Mark = new();

    /// <summary>Whether a request asks for the head of an answer only.</summary>
    public static bool IsHead(HttpContext http) => http.Items.ContainsKey(Mark);

    public Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Items[Mark] = true;
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    }
}
