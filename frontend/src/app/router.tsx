import { createBrowserRouter, Navigate } from 'react-router';
import { Loading } from '../components/states.tsx';
import { RouteError } from './RouteError.tsx';
import { Shell } from './Shell.tsx';

/** Pages load when first visited: the first load stays small. */
export const router = createBrowserRouter([
  {
    path: '/sign-in',
    errorElement: <RouteError />,
    hydrateFallbackElement: <Loading label="Loading" />,
    lazy: async () => ({
      Component: (await import('../features/session/SignInPage.tsx')).SignInPage,
    }),
  },
  {
    path: '/sign-out',
    errorElement: <RouteError />,
    hydrateFallbackElement: <Loading label="Loading" />,
    lazy: async () => ({
      Component: (await import('../features/session/SignOutPage.tsx')).SignOutPage,
    }),
  },
  {
    path: '/',
    element: <Shell />,
    errorElement: <RouteError />,
    hydrateFallbackElement: <Loading label="Loading" />,
    children: [
      { index: true, element: <Navigate to="/invoices" replace /> },
      {
        path: 'invoices',
        lazy: async () => ({
          Component: (await import('../features/invoices/InvoicesPage.tsx')).InvoicesPage,
        }),
      },
      {
        path: 'invoices/new',
        lazy: async () => ({
          Component: (await import('../features/invoices/InvoiceNewPage.tsx')).InvoiceNewPage,
        }),
      },
      {
        path: 'invoices/:id',
        lazy: async () => ({
          Component: (await import('../features/invoices/InvoicePage.tsx')).InvoicePage,
        }),
      },
      {
        path: 'invoices/:id/edit',
        lazy: async () => ({
          Component: (await import('../features/invoices/InvoiceEditPage.tsx')).InvoiceEditPage,
        }),
      },
      {
        path: 'ageing',
        lazy: async () => ({
          Component: (await import('../features/ageing/AgeingPage.tsx')).AgeingPage,
        }),
      },
      {
        path: '*',
        lazy: async () => ({ Component: (await import('./NotFoundPage.tsx')).NotFoundPage }),
      },
    ],
  },
]);
